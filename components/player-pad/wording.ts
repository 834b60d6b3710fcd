/** The words the player's screens share. */

const places = new Intl.PluralRules("en", { type: "ordinal" });
const ENDINGS: Record<Intl.LDMLPluralRule, string> = {
  one: "st",
  two: "nd",
  few: "rd",
  other: "th",
  zero: "th",
  many: "th",
};
const figures = new Intl.NumberFormat("en", { maximumFractionDigits: 12 });

/** 1st, 2nd, 3rd, 11th, 1,022nd */
export function ordinal(rank: number): string {
  return `${figures.format(rank)}${ENDINGS[places.select(rank)]}`;
}

export function figure(value: number): string {
  return figures.format(value);
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${figures.format(n)} ${n === 1 ? one : many}`;
}

/** "84 points behind Lan". Null for whoever leads, and while nobody is known to be ahead. */
export function gapSentence(next: { name: string; gap: number } | null): string | null {
  if (!next) return null;
  return next.gap <= 0 ? `Level with ${next.name}` : `${count(next.gap, "point")} behind ${next.name}`;
}

/** What to do with a question of this kind; shown until an answer is given. */
export function instruction({
  kind,
  pick,
  closest,
}: {
  kind: string;
  pick?: number;
  closest?: boolean;
}): string {
  switch (kind) {
    case "multiple":
      return pick ? `Choose ${pick}` : "Choose all that are right";
    case "truefalse":
      return "True or false?";
    case "text":
      return "Type your answer";
    case "number":
      return closest ? "The closest number wins" : "Enter a number";
    case "slider":
      return "Move the slider, or type the number";
    case "order":
      return "Put them in order, first on top";
    case "poll":
      return "No right or wrong: what do you think?";
    default:
      return "Choose one";
  }
}
