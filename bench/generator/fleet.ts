import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type {
  Entered,
  FromGenerator,
  Order,
  Outcomes,
  Progress,
  RoomShare,
  RoundRecord,
  Target,
} from "./protocol.ts";

/** A room as the bench knows it, before its players are shared out. */
export interface FleetRoom {
  pin: string;
  sessionId: string;
  players: number;
}

/** The generator processes, as one crowd. */
export interface Fleet {
  readonly pids: number[];
  setup(target: Target, rooms: readonly FleetRoom[]): Promise<void>;
  join(atOnce: number): Promise<Entered>;
  connect(atOnce: number): Promise<Entered>;
  enter(atOnce: number): Promise<Entered>;
  reconnect(spreadMs: number): Promise<Entered>;
  round(order: Extract<Order, { do: "round" }>): Promise<void>;
  collect(): Promise<RoundRecord[]>;
  leave(): Promise<void>;
  /** The sum over all processes, a quarter of a second old at most. */
  progress(): Progress;
  stop(): Promise<void>;
}

/** The first loopback addresses belong to servers and the balancer. */
const FIRST_ADDRESS = 11;
const ADDRESSES_EACH = 4;

export function startFleet(size: number, seed: number): Fleet {
  const members = Array.from({ length: size }, startMember);
  const orderAll = async <Name extends Order["do"]>(order: Extract<Order, { do: Name }>) =>
    (await Promise.all(members.map((member) => member.order(order)))) as Outcomes[Name][];

  return {
    pids: members.map(({ pid }) => pid),
    async setup(target, rooms) {
      const shares = shareOut(rooms, size);
      await Promise.all(
        members.map((member, i) => {
          const mine = shares[i] ?? [];
          const addresses = Array.from(
            { length: ADDRESSES_EACH },
            (_, j) => `127.0.0.${FIRST_ADDRESS + i * ADDRESSES_EACH + j}`,
          );
          const setup = { target, addresses: loopbackIsWide ? addresses : [], seed: seed * 1_000 + i };
          return member.order({ do: "setup", setup: { ...setup, rooms: mine } });
        }),
      );
    },
    join: async (atOnce) => together(await orderAll({ do: "join", atOnce: Math.ceil(atOnce / size) })),
    connect: async (atOnce) => together(await orderAll({ do: "connect", atOnce: Math.ceil(atOnce / size) })),
    enter: async (atOnce) => together(await orderAll({ do: "enter", atOnce: Math.ceil(atOnce / size) })),
    reconnect: async (spreadMs) => together(await orderAll({ do: "reconnect", spreadMs })),
    round: async (order) => void (await orderAll(order)),
    collect: () => orderAll({ do: "collect" }),
    leave: async () => void (await orderAll({ do: "leave" })),
    progress: () => members.map(({ progress }) => progress()).reduce(added),
    async stop() {
      await Promise.all(members.map((member) => member.stop()));
    },
  };
}

/** Only Linux answers on all of 127.0.0.0/8 without being told. */
const loopbackIsWide = process.platform === "linux";

/** One room is split among all processes; of many, each goes to one. */
function shareOut(rooms: readonly FleetRoom[], size: number): RoomShare[][] {
  const shares: RoomShare[][] = Array.from({ length: size }, () => []);
  rooms.forEach(({ pin, sessionId, players }, room) => {
    const whole = rooms.length >= size * ROOMS_TO_KEEP_WHOLE;
    shares.forEach((mine, i) => {
      const from = whole ? (room % size === i ? 0 : players) : Math.floor((players * i) / size);
      const until = whole ? players : Math.floor((players * (i + 1)) / size);
      if (until === from) return;
      mine.push({ pin, sessionId, firstPlayer: from + 1, players: until - from, roomPlayers: players });
    });
  });
  return shares;
}

/** With so many rooms for each process, all have about as much to do. */
const ROOMS_TO_KEEP_WHOLE = 4;

function startMember() {
  const child: ChildProcess = fork(join(import.meta.dirname, "main.ts"), { serialization: "advanced" });
  const waiting = new Map<number, { resolve(outcome: unknown): void; reject(error: Error): void }>();
  let latest: Progress = NOTHING_YET;
  let number = 0;
  let stopping = false;
  child.on("message", (message: FromGenerator) => {
    if (message.type === "progress") {
      latest = message.progress;
      return;
    }
    const order = waiting.get(message.number);
    waiting.delete(message.number);
    if (message.type === "done") order?.resolve(message.outcome);
    else order?.reject(new Error(message.error));
  });
  const exited = new Promise<void>((resolve) => {
    child.once("exit", (code) => {
      for (const { reject } of waiting.values()) reject(new Error(`a generator ended with code ${code}`));
      if (!stopping) console.error(`a generator ended with code ${code}`);
      resolve();
    });
  });

  return {
    pid: child.pid ?? -1,
    progress: () => latest,
    order(order: Order): Promise<unknown> {
      number += 1;
      return new Promise((resolve, reject) => {
        waiting.set(number, { resolve, reject });
        child.send({ number, order });
      });
    },
    async stop(): Promise<void> {
      stopping = true;
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

const NOTHING_YET: Progress = {
  players: 0,
  joined: 0,
  live: 0,
  disconnects: 0,
  closeCodes: {},
  frames: 0,
  bytes: 0,
  sent: 0,
  acked: 0,
  refused: 0,
  boardsComplete: 0,
  told: 0,
};

function together(parts: readonly Entered[]): Entered {
  const samples = Float64Array.from(parts.flatMap((part) => [...part.samples]));
  const failures: Record<string, number> = {};
  for (const part of parts)
    for (const [reason, count] of Object.entries(part.failures))
      failures[reason] = (failures[reason] ?? 0) + count;
  return { samples, failed: parts.reduce((sum, part) => sum + part.failed, 0), failures };
}

function added(a: Progress, b: Progress): Progress {
  const sum = { ...a, closeCodes: { ...a.closeCodes } };
  for (const [key, value] of Object.entries(b)) {
    if (typeof value === "number")
      (sum as unknown as Record<string, number>)[key] = value + Number(a[key as keyof Progress]);
  }
  for (const [code, count] of Object.entries(b.closeCodes))
    sum.closeCodes[code] = (sum.closeCodes[code] ?? 0) + count;
  return sum;
}
