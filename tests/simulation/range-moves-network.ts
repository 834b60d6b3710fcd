import type { RangeSteps } from "#lib/redis/range-moves.ts";
import type { Board, Flight, Node } from "./range-moves-board.ts";
import { checkAlways } from "./range-moves-checks.ts";
import { shardScripts } from "./range-moves-model.ts";

/** How messages of a simulation of moves travel: in any order, some of them late, some never. */
export function remoteSteps(board: Board, node: Node): RangeSteps {
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

export function pause(board: Board, node: Node): Promise<void> {
  return send(board, node, false, () => {}).catch(() => {});
}

/** The message flies, then its answer. */
export function send<T>(board: Board, node: Node, late: boolean, act: (lost: boolean) => T): Promise<T> {
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

export async function advance(board: Board): Promise<void> {
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
export async function arrive(board: Board, due: (flight: Flight) => boolean): Promise<void> {
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

function idOf({ playerId }: { playerId: string }): string {
  return playerId;
}
