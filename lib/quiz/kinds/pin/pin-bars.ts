import type { ResponseCount } from "../../kind.ts";
import type { Bar } from "../../public-shapes.ts";
import type { Point } from "../../response.ts";

/** More places than this cannot be told apart on a screen, and the view stays a few kilobytes. */
const MAX_PLACES = 120;

/** Columns and rows pins are gathered in where there are more. */
const CELLS = 40;

/** How many pins hit and how many did not; then where they are, those close together as one. */
export function pinBars(rows: readonly ResponseCount[], isOnTarget: (point: Point) => boolean): Bar[] {
  const pins = rows.flatMap(({ response, count }) =>
    "point" in response ? [{ ...response.point, count, correct: isOnTarget(response.point) }] : [],
  );
  const places = pins.length > MAX_PLACES ? gathered(pins) : pins;
  const total = (correct: boolean) =>
    pins.reduce((sum, pin) => (pin.correct === correct ? sum + pin.count : sum), 0);
  return [
    { label: "On target", count: total(true), correct: true },
    { label: "Elsewhere", count: total(false), correct: false },
    ...places
      .sort((a, b) => b.count - a.count)
      .slice(0, MAX_PLACES)
      .map(({ x, y, count, correct }) => ({ label: "", count, correct, point: { x, y } })),
  ];
}

interface Pins extends Point {
  count: number;
  correct: boolean;
}

/** One for each cell, at the middle of its pins; right and wrong ones are kept apart. */
function gathered(pins: readonly Pins[]): Pins[] {
  const cells = new Map<string, Pins>();
  for (const { x, y, count, correct } of pins) {
    const key = `${Math.floor(x * CELLS)} ${Math.floor(y * CELLS)} ${correct}`;
    const cell = cells.get(key) ?? { x: 0, y: 0, count: 0, correct };
    const all = cell.count + count;
    cell.x = (cell.x * cell.count + x * count) / all;
    cell.y = (cell.y * cell.count + y * count) / all;
    cell.count = all;
    cells.set(key, cell);
  }
  return [...cells.values()].map((cell) => ({ ...cell, x: digits(cell.x), y: digits(cell.y) }));
}

function digits(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
