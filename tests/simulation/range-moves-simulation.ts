import { type Random, seededRandom } from "#lib/kernel/random.ts";
import type { LeaderboardEntry } from "#lib/leaderboard/leaderboard-store.ts";
import { packScore } from "#lib/leaderboard/packed-score.ts";
import { type RangeMoves, type RangeSteps, rangeMoves } from "#lib/redis/range-moves.ts";
import { rangeOf, shardOf } from "#lib/redis/shards.ts";
import { emptyShard, type Safeguard, type ShardModel, shardScripts } from "./range-moves-model.ts";

/**
 * Several nodes change one board at once, and a seed decides everything: which message arrives next, which answer, which
 * connection is lost with messages still on the way, which node dies between two steps, when a rebuild is taken for dead.
 * It ends as a question does: all totals are put once more, while some messages of lost connections arrive later still.
 */
const PARTITION = { shards: 3, maxScore: 8 };
const PLAYERS = 3;
const NODES = 3;
const STEPS = 600;

/** What did not hold; empty if everything did. */
export async function simulateMoves(seed: number, missing?: Safeguard): Promise<string[]> {
  const board = newBoard(seed, missing);
  for (let i = 0; i < NODES; i++) void nodeLife(board);
  await new Promise(setImmediate);
  for (let i = 0; i < STEPS && board.violations.length === 0; i++) await advance(board);
  board.over = true;
  const late = new Set(board.flights.filter(({ lost, late }) => lost && late && board.random() < 0.5));
  await arrive(board, (flight) => !late.has(flight));
  checkAtRest(board);
  for (let question = 0; question < 3; question++) {
    await close(board, late);
    checkExact(board, "after the close");
  }
  await arrive(board, () => true);
  checkExact(board, "after the last old message");
  return board.violations;
}

/** A message to a shard, or the answer to one. */
interface Flight {
  node: Node;
  answer: boolean;
  /** May arrive at any time after its connection was lost. The others order changes: they arrive before the close. */
  late: boolean;
  lost: boolean;
  arrive(): void;
  fail(): void;
}

interface Node {
  alive: boolean;
}

/** A player as the truth has them. */
interface Person {
  entry: LeaderboardEntry;
  removed: boolean;
  busy: boolean;
  /** Never put, or the last change was cut off: the board may lag behind the truth. */
  cut: boolean;
  /** Put or filled in to the end in this epoch, and nobody began to take them off: must be seen. */
  standing: boolean;
  /** How many removals reached the board. */
  strikes: number;
  /** How many changes reached the board from lost connections. */
  overtaken: number;
}

interface Board {
  random: Random;
  faults: boolean;
  /** A player's changes come one after the other, as their answers do. Otherwise several nodes change one player at once. */
  ordered: boolean;
  missing: Safeguard | undefined;
  shards: ShardModel[];
  people: Person[];
  flights: Flight[];
  rebuilds: number;
  rebuilding: string | null;
  /** How many times anything was emptied. */
  emptied: number;
  over: boolean;
  steps: number;
  violations: string[];
}

function newBoard(seed: number, missing: Safeguard | undefined): Board {
  const people = Array.from({ length: PLAYERS }, (_, i) => ({
    entry: { playerId: `p${i}`, name: "", seq: i + 1, score: 0, correctTimeMs: 0 },
    removed: false,
    busy: false,
    cut: true,
    standing: false,
    strikes: 0,
    overtaken: 0,
  }));
  return {
    random: seededRandom(seed),
    faults: seed % 3 !== 0,
    ordered: seed % 2 === 0,
    missing,
    shards: Array.from({ length: PARTITION.shards }, emptyShard),
    people,
    flights: [],
    rebuilds: 0,
    rebuilding: null,
    emptied: 0,
    over: false,
    steps: 0,
    violations: [],
  };
}

async function nodeLife(board: Board): Promise<void> {
  const node: Node = { alive: true };
  const moves = rangeMoves(remoteSteps(board, node), PARTITION);
  while (!board.over && node.alive) {
    const dice = board.random();
    if (dice < 0.72) await change(board, (some) => putNewTotals(board, moves, some));
    else if (dice < 0.79) await change(board, (some) => removeThem(moves, some));
    else if (dice < 0.86) await change(board, (some) => restoreThem(moves, some));
    else await rebuild(board, node, moves).catch(() => {});
    await pause(board, node);
  }
  if (!board.over) void nodeLife(board);
}

/** First the truth changes, then the board. */
async function change(board: Board, act: (some: Person[]) => Promise<void>): Promise<void> {
  const free = board.people.filter((person) => !(board.ordered && person.busy));
  const some = free.filter(() => board.random() < 0.4);
  const { emptied } = board;
  const before = some.map((person) => ({ ...person, heldOff: heldOff(board, person) }));
  for (const person of some) person.busy = true;
  try {
    await act(some);
    const whole = emptied === board.emptied && board.rebuilding === null && epochs(board).size === 1;
    for (const [i, person] of some.entries()) {
      const { strikes, overtaken, heldOff } = before[i]!;
      person.cut &&= overtaken !== person.overtaken;
      person.standing = whole && !heldOff && strikes === person.strikes;
    }
  } catch {
    for (const person of some) person.cut = true;
  }
  for (const person of some) person.busy = false;
}

function putNewTotals({ random }: Board, moves: RangeMoves, some: Person[]): Promise<void> {
  for (const person of some) {
    const [score, correctTimeMs] = [Math.floor(random() * 9), Math.floor(random() * 3)];
    person.entry = { ...person.entry, score, correctTimeMs };
  }
  return moves.put(some.map(({ entry }) => entry));
}

function removeThem(moves: RangeMoves, some: Person[]): Promise<void> {
  for (const person of some) person.removed = true;
  return moves.remove(some.map(({ entry }) => entry.playerId));
}

function restoreThem(moves: RangeMoves, some: Person[]): Promise<void> {
  for (const person of some) person.removed = false;
  return moves.restore(some.map(({ entry }) => entry));
}

async function rebuild(board: Board, node: Node, moves: RangeMoves): Promise<void> {
  // One that is only slow may be taken for dead.
  if (board.rebuilding !== null && board.random() < 0.7) return;
  const id = `rebuild${++board.rebuilds}`;
  board.rebuilding = id;
  await moves.empty(id);
  const present = board.people.filter(({ removed }) => !removed);
  const truth = present.map(({ entry }) => entry);
  const before = present.map((person) => ({ ...person, heldOff: heldOff(board, person) }));
  await pause(board, node);
  for (const entry of truth) await moves.fill(id, [entry]);
  const mark = (shard: ShardModel) => send(board, node, false, () => shardScripts(shard).markComplete(id));
  await Promise.all(board.shards.map(mark));
  if (board.rebuilding === id) board.rebuilding = null;
  if (!isComplete(board) || !epochs(board).has(id)) return;
  for (const [i, person] of present.entries())
    person.standing ||= !before[i]!.heldOff && before[i]!.strikes === person.strikes;
}

function remoteSteps(board: Board, node: Node): RangeSteps {
  const at = (shard: number) => shardScripts(board.shards[shard]!, board.missing);
  const soon = <T>(act: () => T) => send(board, node, false, act);
  /** From a lost connection, it may put an old change after a newer. */
  const ordering = <T>(playerIds: readonly string[], act: () => T) =>
    send(board, node, false, (lost) => {
      for (const person of board.people)
        if (lost && playerIds.includes(person.entry.playerId)) {
          person.cut = true;
          person.overtaken++;
        }
      return act();
    });
  const anytime = <T>(act: () => T) => send(board, node, true, act);
  return {
    record: (home, totals, rebuildId) => ordering(totals.map(idOf), () => at(home).record(totals, rebuildId)),
    strike: (home, playerIds) =>
      ordering(playerIds, () => {
        for (const person of board.people) {
          if (!playerIds.includes(person.entry.playerId)) continue;
          person.standing = false;
          person.strikes++;
        }
        return at(home).strike(playerIds);
      }),
    readmit: (home, playerIds) => ordering(playerIds, () => at(home).readmit(playerIds)),
    enter: (range, epoch, entrants) => anytime(() => at(range).enter(epoch, entrants)),
    leave: (range, epoch, leavers) => anytime(() => at(range).leave(epoch, leavers)),
    settle: (home, epoch, settled) => anytime(() => at(home).settle(epoch, settled)),
    emptyRange: (shard, rebuildId) =>
      soon(() => {
        board.emptied++;
        for (const person of board.people) person.standing = false;
        return at(shard).emptyRange(rebuildId);
      }),
    emptyHome: (shard, rebuildId) =>
      soon(() => {
        board.emptied++;
        return at(shard).emptyHome(rebuildId);
      }),
  };
}

/** The message flies, then its answer. */
function send<T>(board: Board, node: Node, late: boolean, act: (lost: boolean) => T): Promise<T> {
  if (!node.alive) return Promise.reject(new Error("dead"));
  return new Promise((resolve, reject) => {
    const flight = { node, late, lost: false, fail: () => reject(new Error("connection lost")) };
    board.flights.push({
      ...flight,
      answer: false,
      arrive() {
        const answer = act(this.lost);
        if (!this.lost) board.flights.push({ ...flight, answer: true, arrive: () => resolve(answer) });
      },
    });
  });
}

function pause(board: Board, node: Node): Promise<void> {
  return send(board, node, false, () => {}).catch(() => {});
}

async function advance(board: Board): Promise<void> {
  const flight = next(board);
  const fate = board.faults ? board.random() : 1;
  if (fate < 0.02) loseConnection(board, flight.node);
  else if (fate < 0.03) {
    flight.node.alive = false;
    loseConnection(board, flight.node);
  } else take(board, flight);
  await step(board);
}

/** Messages of lost connections take long, so that whole rebuilds happen before they arrive. */
function next({ flights, random }: Board): Flight {
  const one = () => flights[Math.floor(random() * flights.length)]!;
  let flight = one();
  for (let i = 0; i < 5 && flight.lost && random() < 0.9; i++) flight = one();
  return flight;
}

/** Answers are lost, and some messages; the others are still on their way. */
function loseConnection(board: Board, node: Node): void {
  const its = board.flights.filter((flight) => flight.node === node && !flight.lost);
  for (const flight of its) {
    flight.lost = true;
    if (flight.answer || board.random() < 0.4) board.flights.splice(board.flights.indexOf(flight), 1);
  }
  for (const flight of its) flight.fail();
}

/** Lets everything arrive that is `due`, and all that follows from it. */
async function arrive(board: Board, due: (flight: Flight) => boolean): Promise<void> {
  while (board.violations.length === 0) {
    const flights = board.flights.filter(due);
    if (flights.length === 0) return;
    take(board, flights[Math.floor(board.random() * flights.length)]!);
    await step(board);
  }
}

function take(board: Board, flight: Flight): void {
  board.flights.splice(board.flights.indexOf(flight), 1);
  flight.arrive();
}

async function step(board: Board): Promise<void> {
  board.steps++;
  await new Promise(setImmediate);
  checkAlways(board);
}

/** As the server does it: a board not complete is rebuilt; totals are put again; who is missing or too much is mended. */
async function close(board: Board, late: Set<Flight>): Promise<void> {
  const node: Node = { alive: true };
  const moves = rangeMoves(remoteSteps(board, node), PARTITION);
  const arriveNow = () => arrive(board, (flight) => !late.has(flight) || board.random() < 0.1);
  // Now and then without need, so that old messages meet a new epoch.
  if (!isComplete(board) || board.random() < 0.4) {
    board.rebuilding = null;
    void rebuild(board, node, moves);
    await arriveNow();
  }
  const present = board.people.filter(({ removed }) => !removed);
  void putNewTotals(board, moves, present);
  await arriveNow();
  void moves.restore(present.filter((person) => seen(board, person).length === 0).map(({ entry }) => entry));
  const ghosts = board.people.filter((person) => person.removed && seen(board, person).length > 0);
  void moves.remove(ghosts.map(({ entry }) => entry.playerId));
  await arriveNow();
}

function checkAlways(board: Board): void {
  if (epochs(board).size > 1) return;
  for (const person of board.people) {
    const rows = seen(board, person);
    if (person.standing && rows.length === 0) violated(board, person, "is nowhere");
    if (new Set(rows.map(({ version }) => version)).size < rows.length)
      violated(board, person, "is twice in one version");
  }
}

/** Before the close: right without it, for everybody whose last change came to its end. */
function checkAtRest(board: Board): void {
  if (!isComplete(board)) return;
  for (const person of board.people) {
    const home = homeOf(board, person);
    const settled = !person.cut && heldOff(board, person) === person.removed;
    if (board.ordered && settled) checkPerson(board, person, truthOf(person), "at rest");
    // The home decides whose change was the last.
    if (!board.ordered && !board.faults)
      checkPerson(board, person, home.homes.get(person.entry.playerId)?.total ?? null, "at rest");
  }
}

function checkExact(board: Board, when: string): void {
  for (const person of board.people) checkPerson(board, person, truthOf(person), when);
}

function checkPerson(board: Board, person: Person, total: number | null, when: string): void {
  const expected = total === null ? [] : [`${total} in ${rangeOf(total, PARTITION)}`];
  const found = seen(board, person).map((row) => `${row.total} in ${row.range}`);
  if (found.join() !== expected.join())
    violated(board, person, `stands at [${found}] and not at [${expected}] ${when}`);
}

function truthOf({ entry, removed }: Person): number | null {
  return removed ? null : packScore(entry);
}

function homeOf({ shards }: Board, { entry }: Person): ShardModel {
  return shards[shardOf(entry.playerId, PARTITION.shards)]!;
}

function heldOff(board: Board, person: Person): boolean {
  return homeOf(board, person).removals.has(person.entry.playerId);
}

function seen({ shards }: Board, { entry }: Person) {
  return shards.flatMap((shard, range) => {
    const row = shard.range.get(entry.playerId);
    return row && row.total !== null ? [{ ...row, range }] : [];
  });
}

/** As the store says it: all shards marked, all of one epoch. Without any rebuild so far, the first counts as one. */
function isComplete(board: Board): boolean {
  return epochs(board).size === 1 && board.shards.every(({ complete }) => complete || board.rebuilds === 0);
}

function epochs({ shards }: Board): Set<string> {
  return new Set(shards.flatMap(({ rangeEpoch, homeEpoch }) => [rangeEpoch, homeEpoch]));
}

function idOf({ playerId }: { playerId: string }): string {
  return playerId;
}

function violated(board: Board, person: Person, what: string): void {
  board.violations.push(`${person.entry.playerId} ${what} (step ${board.steps})`);
}
