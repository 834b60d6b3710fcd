import { type RangeMoves, rangeMoves } from "#lib/redis/range-moves.ts";
import {
  type Board,
  epochs,
  type Flight,
  heldOff,
  isComplete,
  type Node,
  newBoard,
  PARTITION,
  type Person,
  seen,
} from "./range-moves-board.ts";
import { checkAtRest, checkExact } from "./range-moves-checks.ts";
import { type Safeguard, type ShardModel, shardScripts } from "./range-moves-model.ts";
import { advance, arrive, pause, remoteSteps, send } from "./range-moves-network.ts";

/**
 * Several nodes change one board at once, and a seed decides everything: which message arrives next, which answer, which
 * connection is lost with messages still on the way, which node dies between two steps, when a rebuild is taken for dead.
 * It ends as a question does: all totals are put once more, while some messages of lost connections arrive later still.
 */
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
