import { isName, isNumber, isSingle, type Token } from "./tokens.ts";

/** Signs that always mean something. */
const ALWAYS = /^(?:\p{Sm}|\p{So}|\p{Sk}|\p{Sc}|[\\_#%‰^]|!=|<=|>=|->|=>|<-|\/\/|\*\*|==)$/u;

/** A sign with what is beside it, and whether spaces part them. */
interface Place {
  before: Token | undefined;
  after: Token | undefined;
  beforeGap: boolean;
  afterGap: boolean;
}

/** What the whole answer holds. */
interface Holds {
  numbers: boolean;
  formula: boolean;
}

/** Drops signs that are mere punctuation. */
export function meantOf(tokens: readonly Token[]): Token[] {
  const holds = {
    numbers: tokens.some(({ kind }) => kind === "number"),
    formula: tokens.some(({ text }) => /^(?:[=+^<>]|[!<>=]=)$/.test(text)),
  };
  return tokens.filter((token, i) => token.kind !== "sign" || isMeant(tokens, i, holds));
}

function isMeant(tokens: readonly Token[], i: number, holds: Holds): boolean {
  const token = tokens[i] as Token;
  if (ALWAYS.test(token.text)) return true;
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  const place = {
    before,
    after,
    beforeGap: token.gap,
    afterGap: after === undefined || after.gap,
  };
  switch (token.text) {
    case "-":
      return isMinus(place, holds);
    case "*":
      return !isImplied(place);
    case "/":
      return holds.numbers || !(isName(before) && isName(after));
    case ".":
      return isNumber(before) && isNumber(after);
    case ":":
      return (
        (isNumber(before) && isNumber(after)) ||
        [before, after].some((other) => /^[:=]$/.test(other?.text ?? ""))
      );
    case ",":
    case ";":
      return token.depth > 0;
    case "!":
      return !token.gap && (isNumber(before) || before?.text === ")" || isLone(tokens, i - 1));
    case "'":
    case '"':
      return !token.gap && isNumber(before);
    case "@":
      return !place.beforeGap && !place.afterGap;
    default:
      return isBracket(token.text) && !isAside(tokens, i);
  }
}

/** A minus or the sign of a charge, not a hyphen or a dash. */
function isMinus({ before, after, beforeGap, afterGap }: Place, { formula }: Holds): boolean {
  if (!before) return after !== undefined && !isName(after);
  if (before.kind === "sign") return before.text === ")" ? !isName(after) : isOpen(before.text);
  // "AB-", "Cl- + Na+"; longer words end in a hyphen.
  if (!beforeGap && afterGap) return isNumber(before) || before.text.length <= CHARGED_MAX;
  if (isNumber(before) && isNumber(after)) return true;
  if (beforeGap) return !isName(after) || (afterGap && !isName(before));
  if (formula) return true;
  const single = [isSingle(before), isSingle(after)];
  return isNumber(before) || isNumber(after) ? single.includes(true) : !single.includes(false);
}

/** "Cl", "AB" and "OH". */
const CHARGED_MAX = 3;

/** Signs that a minus may follow. */
function isOpen(text: string): boolean {
  return ALWAYS.test(text) || "([{*/,:-".includes(text);
}

/** Times that is as well left out: 2*x, a*b, 2*(x−1). Not x*2, which is not x2, nor SELECT * FROM. */
function isImplied({ before, after, beforeGap, afterGap }: Place): boolean {
  if (!before || !after || (before.kind === "sign" && before.text !== ")")) return false;
  if (beforeGap && afterGap && (isName(before) || isName(after))) return false;
  return after.kind === "word" || (after.text === "(" && before.kind !== "word");
}

/** A single letter that no word stands before: n in "n!". */
function isLone(tokens: readonly Token[], i: number): boolean {
  return isSingle(tokens[i]) && tokens[i - 1]?.kind !== "word";
}

function isBracket(text: string): boolean {
  return "()[]{}".includes(text);
}

/** Whether a bracket holds a remark, such as that of "Jurassic Park (film)", or a number alone, or has no other end. */
function isAside(tokens: readonly Token[], i: number): boolean {
  const opens = "([{".includes((tokens[i] as Token).text);
  const step = opens ? 1 : -1;
  let end = i + step;
  for (let held = 1; tokens[end] && !isBracket((tokens[end] as Token).text); held++, end += step) {
    const plain = isName(tokens[end]) || (/^\d+$/.test(tokens[end]?.text ?? "") && held === 1);
    if (!plain || held > ASIDE_MAX) return false;
  }
  if (tokens[end] === undefined) return true;
  const opening = opens ? i : end;
  return end !== i + step && (opening === 0 || (tokens[opening] as Token).gap);
}

const ASIDE_MAX = 8;
