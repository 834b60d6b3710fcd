import { rangeOf } from "#lib/redis/shards.ts";
import {
  type Board,
  epochs,
  heldOff,
  homeOf,
  isComplete,
  PARTITION,
  type Person,
  seen,
  truthOf,
} from "./range-moves-board.ts";

/** What must hold of a board in a simulation of moves: at every step, when all is quiet, and after the close. */
export function checkAlways(board: Board): void {
  if (epochs(board).size > 1) return;
  for (const person of board.people) {
    const rows = seen(board, person);
    if (person.standing && rows.length === 0) violated(board, person, "is nowhere");
    if (new Set(rows.map(({ version }) => version)).size < rows.length)
      violated(board, person, "is twice in one version");
  }
}

/** Before the close: right without it, for everybody whose last change came to its end. */
export function checkAtRest(board: Board): void {
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

export function checkExact(board: Board, when: string): void {
  for (const person of board.people) checkPerson(board, person, truthOf(person), when);
}

function checkPerson(board: Board, person: Person, total: number | null, when: string): void {
  const expected = total === null ? [] : [`${total} in ${rangeOf(total, PARTITION)}`];
  const found = seen(board, person).map((row) => `${row.total} in ${row.range}`);
  if (found.join() !== expected.join())
    violated(board, person, `stands at [${found}] and not at [${expected}] ${when}`);
}

function violated(board: Board, person: Person, what: string): void {
  board.violations.push(`${person.entry.playerId} ${what} (step ${board.steps})`);
}
