import { seededRandom } from "#lib/kernel/random.ts";
import { chaosActor, command, hostActor, playerActor, regradeActor, spyActor, teamsActor } from "./actors.ts";
import { violationsOf } from "./invariants.ts";
import { CALM } from "./network.ts";
import { recordProblems } from "./record.ts";
import { virtualTime } from "./virtual-time.ts";
import { killNode, newWorld, START_MS, startNode, truth, type World } from "./world.ts";

const PLAYERS_MAX = 7;
const CHAOS_MS = 40_000;
/** Longer than any of the quizzes takes by itself, with the time a sweep needs to notice each step. */
const END_WITHIN_MS = 180_000;
/** By then every copy has been compared with the truth. */
const QUIET_MS = 25_000;

/** Plays one session through one seed's faults, lets it come to its end in peace, and says what did not hold. */
export async function simulate(seed: number, { teams = false } = {}): Promise<string[]> {
  const time = virtualTime(START_MS);
  const ids = seededIds(seed);
  try {
    const world = await newWorld(seed, time, teams);
    await storm(world, seed);
    await peace(world, seed % 3 === 0);
    let found: string[] | null = null;
    void Promise.all([violationsOf(world), recordProblems(world)]).then((violations) => {
      found = violations.flat();
    });
    await time.runUntil(time.now() + 60_000, () => found !== null);
    return found ?? ["the boards could not be read"];
  } finally {
    ids.restore();
    time.restore();
  }
}

async function storm(world: World, seed: number): Promise<void> {
  const { random, time } = world;
  const nodes = 1 + Math.floor(random() * 3);
  for (let i = 0; i < nodes; i++) startNode(world);
  const count = 1 + Math.floor(random() * PLAYERS_MAX);
  for (let i = 0; i < count; i++)
    world.players.push({
      name: `Player ${i + 1}`,
      playerId: null,
      connectedSinceMs: null,
      kicked: false,
      acks: [],
    });
  for (const player of world.players) void playerActor(world, player);
  void hostActor(world);
  if (random() < 0.8) void chaosActor(world);
  void spyActor(world);
  if (world.teams) void teamsActor(world);
  if (seed % 2 === 0) void regradeActor(world, seededRandom(seed + 11));
  await time.runUntil(time.now() + CHAOS_MS);
  world.running = false;
}

/** No more faults. With `heir`, every node that had the session dies, and one that has never heard of it is left. */
async function peace(world: World, heir: boolean): Promise<void> {
  const { network, time } = world;
  network.faults = { ...CALM };
  // A node that could not write to the boards knows so, until it dies.
  await time.runUntil(time.now() + 3_000);
  if (heir) for (const node of [...world.nodes]) killNode(world, node);
  if (world.nodes.length === 0) startNode(world);
  const over = () => ["podium", "ended"].includes(truth(world).phase.name);
  const deadlineMs = time.now() + END_WITHIN_MS;
  while (!over() && time.now() < deadlineMs) {
    const { phase, settings } = truth(world);
    if (phase.name === "lobby") void command(world, "start");
    else if (phase.name === "paused") void command(world, "resume");
    else if (settings.pace === "host" && phase.name !== "question") void command(world, "next");
    await time.runUntil(time.now() + 3_000, over);
  }
  if (!over()) world.violations.push(`the session stands at ${JSON.stringify(truth(world).phase)}`);
  await time.runUntil(time.now() + QUIET_MS);
}

/** Identifiers of this seed, so that what depends on their order is the same in every run. */
function seededIds(seed: number): { restore(): void } {
  const original = crypto.getRandomValues;
  const random = seededRandom(seed + 7);
  crypto.getRandomValues = ((bytes: Uint8Array) => {
    for (let i = 0; i < bytes.length; i++) bytes[i] = Math.floor(random() * 256);
    return bytes;
  }) as typeof crypto.getRandomValues;
  return {
    restore() {
      crypto.getRandomValues = original;
    },
  };
}
