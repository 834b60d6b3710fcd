import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "#lib/kernel/random.ts";
import { type Bot, type BotRecord, createBot } from "./bot.ts";
import { botNames } from "./names.ts";
import { type Joined, playerRest } from "./rest.ts";

export interface RunBotsOptions {
  url: string;
  pin: string;
  count: number;
  /** The same seed plays the same way, as far as timing allows. */
  seed?: number;
  /** How often a bot follows the room's shared hunch, 0 to 1. */
  skill?: number;
  door?: "socket" | "rest";
  /** Stay through the podium until the host ends the session. */
  leaveOpen?: boolean;
  keepFrames?: boolean;
  onProgress?(progress: BotProgress): void;
  /** Leaves early. */
  signal?: AbortSignal;
}

export interface BotProgress {
  joined: number;
  connected: number;
  answered: number;
  refused: number;
  phase: string;
}

export interface BotReport extends BotProgress {
  sessionId: string;
  bots: BotRecord[];
}

/** Joins at a time: a room full of people reading a PIN off the screen. */
const JOINS_AT_ONCE = 20;
const LOOK_EVERY_MS = 200;
/** Time for the last lines and boards to arrive. */
const LINGER_MS = 2_000;

/** Plays a session with so many players over the public protocol only, until its podium. Rejects with a `BotTrouble`. */
export async function runBots(options: RunBotsOptions): Promise<BotReport> {
  const {
    pin,
    count,
    seed = 1,
    skill = 0.7,
    door = "socket",
    leaveOpen = false,
    keepFrames = false,
  } = options;
  const url = options.url.replace(/\/+$/, "");
  const rest = playerRest(url, pin);
  const bots: Bot[] = [];
  const names = botNames(count, seededRandom(seed));

  function add(joined: Joined, i: number): void {
    const random = seededRandom(seed * 1_000_003 + i);
    const bot = createBot({ url, pin, joined, rest, random, seed, skill, door, keepFrames });
    bots.push(bot);
    bot.start();
  }

  function progress(): BotProgress {
    const records = bots.map((bot) => bot.record);
    return {
      joined: records.length,
      connected: records.filter((record) => record.view && !record.sentAway).length,
      // An acknowledgment may have been lost with its node: then the one of the retry is the first that comes.
      answered: records.reduce(
        (sum, { acks }) => sum + new Set(acks.map(({ questionIndex }) => questionIndex)).size,
        0,
      ),
      refused: records.reduce((sum, record) => sum + record.refusals.length, 0),
      phase: newestPhase(records),
    };
  }

  let i = 0;
  async function joinSome(): Promise<void> {
    while (i < names.length && !options.signal?.aborted) {
      const mine = i++;
      add(await rest.join(names[mine] ?? `Bot ${mine}`), mine);
    }
  }

  const showing = setInterval(() => options.onProgress?.(progress()), LOOK_EVERY_MS);
  try {
    // The first alone: an unknown PIN or a missing server is said once.
    if (count > 0) add(await rest.join(names[i++] ?? "Bot"), 0);
    await Promise.all(Array.from({ length: JOINS_AT_ONCE }, joinSome));
    const last = leaveOpen ? ["ended"] : ["podium", "ended"];
    for (;;) {
      if (last.includes(newestPhase(bots.map((bot) => bot.record))) || options.signal?.aborted) break;
      if (bots.every((bot) => bot.record.sentAway !== null)) break;
      await sleep(LOOK_EVERY_MS);
    }
    await sleep(options.signal?.aborted ? 0 : LINGER_MS);
    return { ...progress(), sessionId: newestSession(bots), bots: bots.map((bot) => bot.record) };
  } finally {
    clearInterval(showing);
    for (const bot of bots) bot.stop();
  }
}

function newestPhase(records: readonly BotRecord[]): string {
  let newest: BotRecord["view"] = null;
  for (const { view } of records) if (view && (!newest || view.version > newest.version)) newest = view;
  if (!newest) return "connecting";
  const { phase } = newest;
  return "index" in phase ? `${phase.name} ${phase.index + 1}/${newest.questions}` : phase.name;
}

function newestSession(bots: readonly Bot[]): string {
  return bots.find((bot) => bot.record.view)?.record.view?.sessionId ?? "";
}
