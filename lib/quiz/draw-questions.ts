import { seededRandom, shuffled } from "../kernel/random.ts";

/** Which questions a session asks, and in which order. */
export interface Drawing {
  /** Whether their order is drawn too. */
  questions?: boolean | undefined;
  /** How many are asked; all, where there are no more. */
  draw?: number | undefined;
}

/**
 * Draws once for a whole session: the authored indexes of what is asked, in its order. The same seed draws the same. Slides
 * are not counted: each stays right before the question it stood before, and goes with it; what stands after the last
 * question ends the session.
 */
export function drawQuestions(
  authored: readonly { kind: string }[],
  { questions = false, draw }: Drawing,
  seed: number,
): number[] {
  const blocks: number[][] = [];
  let slides: number[] = [];
  for (const [index, { kind }] of authored.entries()) {
    slides.push(index);
    if (kind === "slide") continue;
    blocks.push(slides);
    slides = [];
  }
  const mixed = shuffled(blocks, seededRandom(seed)).slice(0, draw);
  const asked = questions ? mixed : mixed.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  return [...asked.flat(), ...slides];
}
