import { parseArgs } from "node:util";
import type { Door, Join } from "./generator/protocol.ts";
import type { Store } from "./stage/stores.ts";

const SCENARIO_NAMES = [
  "wave",
  "join-storm",
  "reconnect-storm",
  "idle",
  "many-rooms",
  "boards",
  "soak",
  "floods",
] as const;
const REFERENCE_NAMES = ["echo", "action", "insert", "socketio", "socketio-coalesced"] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];
export type ReferenceName = (typeof REFERENCE_NAMES)[number];

export interface Options {
  scenario: ScenarioName;
  players: number;
  seconds: number;
  questions: number;
  nodes: number;
  store: Store;
  door: Door;
  /** How players come in: by a message on their socket, or by REST and then the socket. */
  join: Join;
  runs: number;
  references: ReferenceName[];
  generators: number;
  /** No game beforehand: the first question of a fresh process is what most rooms meet. */
  cold: boolean;
  /** Players are sent whole views and boards, as clients are that know of no patches. */
  whole: boolean;
  /** Leave Ovation out: only the references. */
  onlyReferences: boolean;
  /** LOG_LEVEL of the servers. */
  logLevel: string;
  json: string | null;
  profile: string | null;
}

export const USAGE = `Usage: npm run bench -- [--scenario wave|join-storm|reconnect-storm|idle|many-rooms|boards|soak|floods] [--players 1000]
    [--seconds 2 | --minutes 30] [--questions 2] [--nodes 1] [--store postgres|embedded|cluster] [--door socket|action|rest]
    [--join socket|rest] [--runs 3] [--reference all|echo|action|insert|socketio|socketio-coalesced, …]
    [--only-references] [--cold] [--whole] [--log-level warn]
    [--generators 1] [--json file] [--profile folder]`;

/** A sentence for the person who started the bench. */
export class BenchTrouble extends Error {}

/** Answers spread over two seconds; half an hour of soak. */
const SECONDS: Record<ScenarioName, number> = {
  wave: 2,
  "join-storm": 2,
  "reconnect-storm": 2,
  idle: 10,
  "many-rooms": 2,
  boards: 2,
  soak: 1_800,
  floods: 5,
};
/** One generator keeps up with so many players. */
const PLAYERS_PER_GENERATOR = 2_500;

export function readOptions(args: readonly string[]): Options {
  const given = parsed(args);
  const scenario = oneOf("scenario", given.scenario ?? "wave", SCENARIO_NAMES);
  const players = whole(
    "players",
    given.players ?? (scenario === "many-rooms" ? "10000" : "1000"),
    1,
    50_000,
  );
  const store = oneOf("store", given.store ?? "postgres", ["postgres", "embedded", "cluster"] as const);
  const nodes = whole("nodes", given.nodes ?? "1", 1, 8);
  if (store === "embedded" && nodes > 1) throw new BenchTrouble("--store embedded is one node.");
  return {
    scenario,
    players,
    store,
    nodes,
    seconds: whole("seconds", secondsGiven(given) ?? String(SECONDS[scenario]), 1, 7_200),
    questions: whole("questions", given.questions ?? "2", 1, 20),
    door: oneOf("door", given.door ?? "socket", ["socket", "action", "rest"] as const),
    join: oneOf("join", given.join ?? "rest", ["socket", "rest"] as const),
    runs: whole("runs", given.runs ?? "3", 1, 20),
    references: (given.reference ?? []).flatMap((text) =>
      text
        .split(",")
        .flatMap((name) => (name === "all" ? REFERENCE_NAMES : [oneOf("reference", name, REFERENCE_NAMES)])),
    ),
    generators: whole(
      "generators",
      given.generators ?? String(Math.min(2, Math.ceil(players / PLAYERS_PER_GENERATOR))),
      1,
      8,
    ),
    cold: given.cold ?? false,
    whole: given.whole ?? false,
    onlyReferences: given["only-references"] ?? false,
    logLevel: given["log-level"] ?? "warn",
    json: given.json ?? null,
    profile: given.profile ?? null,
  };
}

function secondsGiven({ seconds, minutes }: { seconds?: string; minutes?: string }): string | undefined {
  return minutes === undefined ? seconds : String(whole("minutes", minutes, 1, 120) * 60);
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: false,
      options: {
        scenario: text,
        players: text,
        seconds: text,
        questions: text,
        nodes: text,
        store: text,
        minutes: text,
        door: text,
        join: text,
        runs: text,
        generators: text,
        json: text,
        profile: text,
        reference: { type: "string", multiple: true },
        "log-level": text,
        "only-references": { type: "boolean" },
        cold: { type: "boolean" },
        whole: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    throw new BenchTrouble(`${(error as Error).message}\n${USAGE}`);
  }
}

function whole(name: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw new BenchTrouble(
    `--${name} must be a whole number from ${from} to ${to}; it is “${text}”.\n${USAGE}`,
  );
}

function oneOf<Name extends string>(option: string, text: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  throw new BenchTrouble(`--${option} is one of ${names.join(", ")}; it is “${text}”.\n${USAGE}`);
}
