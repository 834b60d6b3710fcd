import type { Point } from "#lib/quiz/response.ts";

const FINE = 0.01;
const COARSE = 0.1;

const WAYS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where an arrow key moves a point on a picture: a hundredth of it, with Shift a tenth; null for other keys. */
export function movedByKey(
  point: Point,
  { key, shiftKey }: { key: string; shiftKey: boolean },
): Point | null {
  const way = WAYS[key];
  if (!way) return null;
  const step = shiftKey ? COARSE : FINE;
  return { x: onPicture(point.x + way[0] * step), y: onPicture(point.y + way[1] * step) };
}

/** Where a pointer is on the picture that fills this box. */
export function pointIn(box: DOMRect, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  return { x: onPicture((clientX - box.left) / box.width), y: onPicture((clientY - box.top) / box.height) };
}

export const MIDDLE: Point = { x: 0.5, y: 0.5 };

function onPicture(share: number): number {
  return Math.round(Math.min(Math.max(share, 0), 1) * 10_000) / 10_000;
}
