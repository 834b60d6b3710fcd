import { join } from "node:path";
import { freePort } from "#tests/support/programs/ports.ts";
import { startHelper } from "../stage/helper-process.ts";
import type { Room, Subject } from "../stage/subject.ts";
import type { ReferenceOrder } from "./orders.ts";

/** Servers that Ovation is compared with, driven by the same generators through the same scenario. */
export const REFERENCE_SERVERS = {
  echo: { file: "echo-server.ts", args: [], dialect: "ovation", reveals: false },
  socketio: { file: "socketio-server.ts", args: ["each"], dialect: "socketio", reveals: true },
  "socketio-coalesced": {
    file: "socketio-server.ts",
    args: ["coalesced"],
    dialect: "socketio",
    reveals: true,
  },
} as const;

export type ReferenceServer = keyof typeof REFERENCE_SERVERS;

/** A question opens so long after it was announced. */
const LEAD_MS = 1_000;

export async function startReference(name: ReferenceServer): Promise<Subject> {
  const { file, args, dialect, reveals } = REFERENCE_SERVERS[name];
  const port = await freePort();
  const server = await startHelper(join(import.meta.dirname, file), [port, ...args]);
  const say = (order: ReferenceOrder) => server.say(order);
  return {
    name,
    target: { host: "127.0.0.1", port, dialect, joins: "none", subprotocol: null, actionId: null },
    pids: () => ({ server: [server.pid] }),
    openRooms: async (count, playersEach) => Array.from({ length: count }, (_, i) => room(i, playersEach)),
    check: null,
    warnings: () => new Map(),
    vitals: null,
    stop: server.stop,
  };

  function room(number: number, players: number): Room {
    const pin = String(100_000 + number);
    let index = 0;
    return {
      pin,
      sessionId: pin,
      players,
      async open() {
        const opensAtMs = Date.now() + LEAD_MS;
        say({ do: "question", pin, index, opensAtMs });
        index += 1;
        return opensAtMs;
      },
      changeBoard: async () => say({ do: "board", pin }),
      reveal: reveals ? async () => say({ do: "reveal", pin }) : null,
      end: async () => {},
    };
  }
}
