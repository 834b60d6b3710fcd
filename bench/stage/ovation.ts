import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { PATCHES } from "#lib/protocol/patch.ts";
import { api } from "#tests/support/api.ts";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { freePort } from "#tests/support/programs/ports.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { checkAnswers, checkEmbedded } from "../check/truth.ts";
import type { Join } from "../generator/protocol.ts";
import { storePids } from "../measure/processes.ts";
import { takeVitals } from "../measure/vitals.ts";
import { answerActionId } from "./action-id.ts";
import { BENCH_SETTINGS, benchQuiz } from "./bench-quiz.ts";
import { type HelperProcess, startHelper } from "./helper-process.ts";
import type { Stores } from "./stores.ts";
import type { Room, Subject } from "./subject.ts";

export interface OvationOptions {
  nodes: number;
  /** A folder for CPU profiles of the servers; null for none. */
  profileInto: string | null;
  /** Whether the servers can be asked for their vitals. */
  watched: boolean;
  /** How long a question stays open. */
  secondsOpen: number;
  /** How players come in. */
  joins: Join;
  /** Whether players take patches, as our phones do. */
  patches: boolean;
  /** What the servers are started with beside what the bench needs. */
  env?: Record<string, string>;
}

export interface Ovation extends Subject {
  servers: readonly TestServer[];
  url: string;
}

const AUTH_SECRET = "a secret that all nodes of a bench share";

/** The production server, started as `npm start` does, as often as there are nodes, behind a balancer if more than one. */
export async function startOvation(stores: Stores, options: OvationOptions): Promise<Ovation> {
  // Given here, it outlives the server: what an embedded server stored is read when it has gone.
  const dataDir = temporaryFolder("bench");
  const environment: Record<string, string> = {
    ...(await stores.environment()),
    DATA_DIR: dataDir,
    ...options.env,
  };
  const { profileInto } = options;
  const vitalsInto = options.watched ? temporaryFolder("vitals") : null;
  const preloads = preloading({ PROFILE_INTO: profileInto && resolve(profileInto), VITALS_INTO: vitalsInto });
  const servers: TestServer[] = [];
  // One after the other: the first one makes the tables and the owner.
  for (let i = 0; i < options.nodes; i++)
    servers.push(await startServer({ env: { ...environment, AUTH_SECRET, ...preloads } }));
  const balancer = servers.length > 1 ? await startBalancer(servers) : null;
  const [first] = servers as [TestServer];
  const port = balancer?.port ?? first.port;
  const url = `http://127.0.0.1:${port}`;
  const rest = api({ url, ownerApiKey: first.ownerApiKey });

  async function openRoom(players: number, questions: number, quizId: string): Promise<Room> {
    const { body } = await rest.post<{ id: string; pin: string }>("/sessions", {
      quizId,
      settings: BENCH_SETTINGS,
    });
    const { id: sessionId, pin } = body;
    // Somebody who never answers, by REST: the room waits for them, so the question ends when the bench says so.
    await rest.join(pin, "Somebody else");
    let asked = 0;
    let late = 0;
    return {
      pin,
      sessionId,
      players,
      async open() {
        if (asked >= questions) throw new Error("the quiz has no more questions");
        if (asked === 0) await rest.command(sessionId, "start");
        else {
          await rest.command(sessionId, "next");
          await rest.command(sessionId, "next");
        }
        asked += 1;
        const { phase } = (await rest.view(pin)) as { phase: { opensAtMs: number } };
        return phase.opensAtMs;
      },
      async changeBoard() {
        late += 1;
        await rest.join(pin, `Late ${late}`);
      },
      reveal: async () => void (await rest.command(sessionId, "close")),
      async end() {
        // To the podium, and from there to the end.
        await rest.command(sessionId, "finish");
        await rest.command(sessionId, "finish");
      },
    };
  }

  return {
    name: "ovation",
    servers,
    url,
    target: {
      ...{ host: "127.0.0.1", port, dialect: "ovation", joins: options.joins, actionId: answerActionId() },
      subprotocol: options.patches ? PATCHES : null,
    },
    pids: () => ({
      server: servers.map(({ pid }) => pid),
      ...(balancer ? { balancer: [balancer.process.pid] } : {}),
      ...storePids(),
    }),
    async openRooms(count, playersEach, questions) {
      const quiz = await rest.post<{ id: string }>("/quizzes", benchQuiz(questions, options.secondsOpen));
      const rooms: Room[] = [];
      for (let i = 0; i < count; i++) rooms.push(await openRoom(playersEach, questions, quiz.body.id));
      return rooms;
    },
    check: async (rooms, seen) => {
      if (environment.DATABASE_URL) return checkAnswers(environment.DATABASE_URL, rooms, seen);
      // Its one connection is the server's.
      await first.stop();
      return checkEmbedded(dataDir, rooms, seen);
    },
    warnings: () => warningsIn(servers.map((server) => server.logs()).join("\n")),
    vitals: vitalsInto ? () => Promise.all(servers.map(({ pid }) => takeVitals(vitalsInto, pid))) : null,
    async stop() {
      await balancer?.process.stop();
      await Promise.all(servers.map((server) => server.stop()));
      await removeFolder(dataDir);
      if (vitalsInto) await removeFolder(vitalsInto);
    },
  };
}

const PRELOADS = { PROFILE_INTO: "profile-preload.mjs", VITALS_INTO: "vitals-preload.mjs" };

/** The environment that loads what watches a server into it; each folder is where one of them writes. */
function preloading(folders: Record<keyof typeof PRELOADS, string | null>): Record<string, string> {
  const wanted = Object.entries(folders).flatMap(([name, folder]) =>
    folder === null ? [] : [[name, folder]],
  );
  if (wanted.length === 0) return {};
  const imports = wanted.map(([name]) => {
    const path = join(import.meta.dirname, "../measure", PRELOADS[name as keyof typeof PRELOADS]);
    return `--import ${pathToFileURL(path).href}`;
  });
  return { NODE_OPTIONS: imports.join(" "), ...Object.fromEntries(wanted) };
}

/** What the servers complained of, in lines of JSON. */
function warningsIn(logs: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of logs.split("\n")) {
    if (!line.startsWith("{")) continue;
    const said = JSON.parse(line) as Record<string, string | undefined>;
    if (said["log.level"] === "info") continue;
    const warning = said["error.message"]
      ? `${said.message} (${said["error.message"]})`
      : String(said.message);
    counts.set(warning, (counts.get(warning) ?? 0) + 1);
  }
  return counts;
}

async function startBalancer(
  servers: readonly TestServer[],
): Promise<{ port: number; process: HelperProcess }> {
  const port = await freePort();
  const path = join(import.meta.dirname, "balancer.ts");
  return { port, process: await startHelper(path, [port, ...servers.map((server) => server.port)]) };
}
