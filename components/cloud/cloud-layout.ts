/** A word and how much of the cloud it deserves. */
export interface CloudWord {
  text: string;
  count: number;
}

/** Center and height of a word's box; the cloud is `aspect` wide and 1 high, with (0, 0) in its middle. */
export interface PlacedWord extends CloudWord {
  x: number;
  y: number;
  size: number;
}

const SMALLEST = 0.34;
const LINE = 1.12;
const GAP = 0.1;
/** How far a word moves along the spiral at each try, and how many tries it has. */
const STEP = 0.12;
const TRIES = 4_000;

/**
 * The same words always make the same cloud: the most frequent in the middle, each further one at the first free place on
 * a spiral around it, and all of it scaled to fill the frame. Widths are estimated from the letters, so that it needs
 * neither fonts nor a browser.
 */
export function cloudLayout(words: readonly CloudWord[], aspect: number): PlacedWord[] {
  const sorted = words.toSorted((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  const most = Math.max(1, sorted[0]?.count ?? 1);
  const placed: (PlacedWord & { width: number })[] = [];
  for (const word of sorted) {
    // The area, not the height, grows with the count.
    const size =
      sorted.length === 1
        ? 1
        : SMALLEST + (1 - SMALLEST) * Math.sqrt((word.count - 1) / Math.max(1, most - 1));
    placed.push({ ...word, ...freePlace(placed, size, aspect, textWidth(word.text) * size), size });
  }
  // A few words lie to one side of the first: it is the whole that stands in the middle.
  const across = extent(placed.map(({ x, width }) => [x, width]));
  const down = extent(placed.map(({ y, size }) => [y, size * LINE]));
  const scale = Math.min(aspect / Math.max(across.length, 0.01), 1 / Math.max(down.length, 0.01), LARGEST);
  return placed.map(({ text, count, x, y, size }) => ({
    text,
    count,
    x: (x - across.middle) * scale,
    y: (y - down.middle) * scale,
    size: size * scale,
  }));
}

/** Few words do not fill the whole wall. */
const LARGEST = 0.36;

/** From the least to the furthest edge of pieces given by center and length. */
function extent(pieces: readonly (readonly [center: number, length: number])[]) {
  const from = Math.min(...pieces.map(([center, length]) => center - length / 2), 0);
  const to = Math.max(...pieces.map(([center, length]) => center + length / 2), 0);
  return { middle: (from + to) / 2, length: to - from };
}

function freePlace(
  placed: readonly (PlacedWord & { width: number })[],
  size: number,
  aspect: number,
  width: number,
): { x: number; y: number; width: number } {
  for (let turn = 0; turn < TRIES; turn++) {
    const angle = Math.sqrt(turn) * 2.4;
    const radius = angle * STEP;
    const x = Math.cos(angle) * radius * Math.sqrt(aspect);
    const y = (Math.sin(angle) * radius) / Math.sqrt(aspect);
    const free = placed.every(
      (other) =>
        Math.abs(x - other.x) >= (width + other.width) / 2 + GAP ||
        Math.abs(y - other.y) >= ((size + other.size) * LINE) / 2,
    );
    if (free) return { x, y, width };
  }
  return { x: 0, y: 1e3, width };
}

/** In units of the font size. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width;
}

function letterWidth(letter: string): number {
  if (
    /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u.test(
      letter,
    )
  )
    return 1.05;
  if (/\p{M}/u.test(letter)) return 0;
  if (/[mwMW@%ЖШЩЮФ]/.test(letter)) return 0.9;
  if (/[ijlt|.,:;'’!1fr \-()]/.test(letter)) return 0.38;
  return /\p{Lu}/u.test(letter) ? 0.72 : 0.6;
}
