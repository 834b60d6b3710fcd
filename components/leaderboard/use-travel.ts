import { type RefObject, useLayoutEffect, useRef } from "react";

const TRAVEL_MS = 720;
const ENTER_MS = 460;
const LEAVE_MS = 320;
/** Each new row starts this much after the one above it. */
const STAGGER_MS = 55;
const TRAVEL_EASING = "cubic-bezier(0.33, 1.14, 0.55, 1)";
const ENTER_EASING = "cubic-bezier(0.22, 1, 0.36, 1)";

/**
 * Makes the rows of a list travel to their new places instead of jumping (FLIP): React puts them where they belong, in
 * reading order, and each is then shown moving there from where it was seen last. Rows are equally high children with a
 * `data-row` key. New ones rise from below, and a copy of each that left fades out in its old place.
 */
export function useTravel(list: RefObject<HTMLElement | null>, keys: readonly string[]): void {
  const placesBefore = useRef<Map<string, number> | null>(null);
  const nodesBefore = useRef(new Map<string, HTMLElement>());
  const order = keys.join("\n");

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys are what says that rows have moved
  useLayoutEffect(() => {
    const node = list.current;
    if (!node) return;
    const rows = rowsOf(node);
    const before = placesBefore.current;
    const nodes = new Map(rows.map((row) => [row.dataset.row as string, row]));
    if (before && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
      const pitch = pitchOf(rows, nodesBefore.current);
      let entered = 0;
      rows.forEach((row, place) => {
        const placeBefore = before.get(row.dataset.row as string);
        if (placeBefore === undefined) enter(row, entered++);
        else travel(node, row, (placeBefore - place) * pitch);
      });
      for (const [key, place] of before) {
        const left = nodesBefore.current.get(key);
        if (left && !nodes.has(key)) leave(node, left, place * pitch);
      }
    }
    placesBefore.current = new Map(rows.map((row, place) => [row.dataset.row as string, place]));
    nodesBefore.current = nodes;
  }, [order]);
}

function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.children].filter(
    (row): row is HTMLElement => row instanceof HTMLElement && "row" in row.dataset,
  );
}

/** From the top of one row to the top of the next. */
function pitchOf(rows: readonly HTMLElement[], before: ReadonlyMap<string, HTMLElement>): number {
  const [first, second] = rows;
  if (first && second) return second.offsetTop - first.offsetTop;
  return first?.offsetHeight ?? [...before.values()][0]?.offsetHeight ?? 0;
}

function travel(list: HTMLElement, row: HTMLElement, byPx: number): void {
  // A row still under way starts again from where it is seen now.
  const seenAt = row.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientTop;
  const fromPx = byPx + (seenAt - row.offsetTop);
  if (Math.abs(fromPx) < 1) return;
  stop(row);
  const rises = fromPx > 0;
  row.animate(
    [
      { transform: `translateY(${fromPx}px)`, zIndex: rises ? 2 : 1 },
      {
        transform: `translateY(${fromPx / 2}px) scale(${rises ? 1.025 : 0.985})`,
        zIndex: rises ? 2 : 1,
        offset: 0.45,
      },
      { transform: "none", zIndex: rises ? 2 : 1 },
    ],
    { id: "travel", duration: TRAVEL_MS, easing: TRAVEL_EASING },
  );
}

function enter(row: HTMLElement, nth: number): void {
  row.animate(
    [
      { transform: "translateY(70%)", opacity: 0 },
      { transform: "none", opacity: 1 },
    ],
    {
      id: "travel",
      duration: ENTER_MS,
      delay: nth * STAGGER_MS,
      easing: ENTER_EASING,
      fill: "backwards",
    },
  );
}

function leave(list: HTMLElement, row: HTMLElement, topPx: number): void {
  const copy = row.cloneNode(true) as HTMLElement;
  delete copy.dataset.row;
  copy.setAttribute("aria-hidden", "true");
  Object.assign(copy.style, { position: "absolute", insetInline: "0", top: `${topPx}px`, zIndex: "0" });
  list.append(copy);
  copy.animate([{ opacity: 1 }, { opacity: 0, transform: "translateY(40%)" }], {
    duration: LEAVE_MS,
    easing: "ease-in",
    fill: "forwards",
  }).onfinish = () => copy.remove();
}

function stop(row: HTMLElement): void {
  for (const animation of row.getAnimations()) if (animation.id === "travel") animation.cancel();
}
