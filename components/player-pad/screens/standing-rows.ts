import type { Standing } from "#lib/client/board/live-board.ts";
import type { You } from "#lib/session/players/you.ts";

export interface ShownRow {
  standing: Row;
  mine: boolean;
  /** Points more than the player has; only of the rows directly above and below. */
  lead: number | null;
  /** Places between the row above and this one are left out. */
  afterGap: boolean;
}

type Row = Omit<Standing, "playerId">;

/** More would need scrolling on a phone, and the big screen has them. */
const SHOWN = 6;
const HEAD = 3;

/** The first of the board and the player among those directly above and below; without a gap where the two meet. */
export function standingRows(top: readonly Standing[], you: You | null, rank: number | null): ShownRow[] {
  const at = you ? top.findIndex(({ playerId }) => playerId === you.playerId) : -1;
  if (you === null || (at < 0 && rank === null)) return top.slice(0, SHOWN).map((row) => shown(row));
  const beside = (row: Row | undefined) => (row ? [{ ...shown(row), lead: row.score - you.score }] : []);
  const own = { ...shown(top[at] ?? { ...you, rank: rank ?? 0 }), mine: true };
  const shared = (from: number, to: number) => top.slice(from, to).map((row) => shown(row));
  if (at >= 0 && at < SHOWN - 1) {
    return [
      ...shared(0, Math.max(at - 1, 0)),
      ...beside(top[at - 1]),
      own,
      ...beside(top[at + 1]),
      ...shared(at + 2, SHOWN),
    ];
  }
  const { above, below } = neighborsOf(you);
  const onBoard = (by: -1 | 1) => (at < 0 ? undefined : top[at + by]);
  const around = [...beside(onBoard(-1) ?? above), own, ...beside(onBoard(1) ?? below)];
  return [...shared(0, HEAD), ...around.map((row, i) => ({ ...row, afterGap: i === 0 && top.length > 0 }))];
}

/** As of the last reveal; none when the player's own points have moved past them since. */
function neighborsOf({ neighbors, score }: You): { above?: Row; below?: Row | undefined } {
  if (!neighbors) return {};
  const { above, below } = neighbors;
  if (above.score < score || (below && below.score > score)) return {};
  return { above, below: below ?? undefined };
}

function shown(standing: Row): ShownRow {
  return { standing, mine: false, lead: null, afterGap: false };
}
