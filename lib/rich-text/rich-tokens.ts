import { closesWord, isFormula, opensWord, touchesWord } from "./mark-edges.ts";

export type RichToken =
  | { type: "paragraph" | "strong" | "em"; tokens: RichToken[] }
  | { type: "code" | "text"; text: string }
  | { type: "code-block"; language: string; text: string }
  | { type: "math"; text: string; display: boolean }
  | { type: "break" };

/**
 * The few marks a question takes: **bold**, *italic*, `code`, fenced code, line breaks and $maths$; a backslash keeps a
 * mark as it is. All else is text, to the last character: where a sign can be meant as itself, it is (mark-edges.ts).
 * Takes time in proportion to the text, whatever it holds.
 */
export function richTokens(text: string): RichToken[] {
  const tokens: RichToken[] = [];
  let from = 0;
  for (const fence of text.matchAll(FENCE)) {
    const [whole, language = "", code = ""] = fence;
    if (code.trim() === "") continue;
    tokens.push(...paragraphs(text.slice(from, fence.index)));
    tokens.push({ type: "code-block", language: language.trim().toLowerCase(), text: code.slice(1) });
    from = fence.index + whole.length;
  }
  return [...tokens, ...paragraphs(text.slice(from))];
}

/** Lines between two lines of ```; the second may still be missing. */
const FENCE = /^```([^`\n]*)(?=\n)([\s\S]*?)(?:\n```[^\S\n]*$|$(?![\s\S]))/gm;
const BLANK_LINE = /\n[^\S\n]*\n\s*/;

function paragraphs(text: string): RichToken[] {
  return text
    .split(BLANK_LINE)
    .map((paragraph) => paragraph.replace(/^\n/, "").replace(/\n$/, ""))
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => ({ type: "paragraph", tokens: inline(paragraph) }));
}

const SIGN = /[\\`$*\n]/g;
const ESCAPE = /\\(\\(?=[*_`$])|[*_`$])/y;
const TICKS = /`+/y;
const STARS = /\*+/y;
const DOLLARS = /\$+/y;
/** Up to the next dollar; a backslash takes what follows with it. */
const INLINE_MATHS = /\$((?:\\[^\n]|[^$\\\n])+)\$/y;
const DISPLAY_MATHS = /\$\$((?:\\[\s\S]|[^$\\])+)\$\$(?!\$)/y;

function inline(text: string): RichToken[] {
  const open = openMarks();
  const nextTicks = ticksAhead(text);
  let at = 0;
  while (at < text.length) {
    SIGN.lastIndex = at;
    const found = SIGN.exec(text)?.index ?? text.length;
    if (found > at) open.text(text.slice(at, found));
    at = found;
    const sign = text[at];
    if (sign === "\n") {
      open.add({ type: "break" });
      at++;
    } else if (sign === "\\") {
      const kept = match(ESCAPE, text, at);
      open.text(kept?.[1] ?? "\\");
      at += kept ? 2 : 1;
    } else if (sign === "`") at = code(text, at, nextTicks, open);
    else if (sign === "$") at = maths(text, at, open);
    else if (sign === "*") {
      const stars = match(STARS, text, at)?.[0] ?? "*";
      open.stars(stars.length, {
        opens: opensWord(text, at, stars.length),
        closes: closesWord(text, at, stars.length),
      });
      at += stars.length;
    }
  }
  return open.end();
}

function code(text: string, at: number, nextTicks: ReadonlyMap<number, number>, open: OpenMarks): number {
  const ticks = match(TICKS, text, at)?.[0] ?? "`";
  const inside = at + ticks.length;
  const close = nextTicks.get(at);
  const content = close === undefined ? "" : text.slice(inside, close);
  const end = (close ?? at) + ticks.length;
  const spaced = /^\s|\s$/.test(content);
  if (content.trim() === "" || (spaced && ticks.length === 1) || touchesWord(text, at, end)) {
    open.text(ticks);
    return inside;
  }
  open.add({ type: "code", text: spaced ? content.trim() : content });
  return end;
}

/** For each run of backticks where the next one of its length begins. */
function ticksAhead(text: string): ReadonlyMap<number, number> {
  const ahead = new Map<number, number>();
  const last = new Map<number, number>();
  for (const { 0: ticks, index } of text.matchAll(/`+/g)) {
    const before = last.get(ticks.length);
    if (before !== undefined) ahead.set(before, index);
    last.set(ticks.length, index);
  }
  return ahead;
}

function maths(text: string, at: number, open: OpenMarks): number {
  const dollars = match(DOLLARS, text, at)?.[0] ?? "$";
  const display = dollars.length === 2;
  const [whole = "", tex = ""] =
    match(display ? DISPLAY_MATHS : INLINE_MATHS, text, dollars.length > 2 ? -1 : at) ?? [];
  const end = at + whole.length;
  if (whole === "" || touchesWord(text, at, end) || !isFormula(tex, text[end], display)) {
    open.text(dollars);
    return at + dollars.length;
  }
  open.add({ type: "math", text: tex.trim(), display });
  return end;
}

/** A match at this very place; none before the beginning. */
function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  if (at < 0) return null;
  pattern.lastIndex = at;
  return pattern.exec(text);
}

interface Frame {
  /** Stars that opened it; 0 at the bottom. */
  stars: 0 | 1 | 2;
  tokens: RichToken[];
}

type OpenMarks = ReturnType<typeof openMarks>;

/** What is being emphasized: a stack of opened stars, each with what has come since. */
function openMarks() {
  const stack: Frame[] = [{ stars: 0, tokens: [] }];
  const waiting = { 1: 0, 2: 0 };
  const top = () => stack.at(-1) as Frame;

  function text(more: string) {
    const { tokens } = top();
    const last = tokens.at(-1);
    if (last?.type === "text") last.text += more;
    else tokens.push({ type: "text", text: more });
  }

  function push(stars: 1 | 2) {
    stack.push({ stars, tokens: [] });
    waiting[stars]++;
  }

  /** Stars above this place were never closed, and are text. */
  function unwind(place: number) {
    for (const { stars, tokens } of stack.splice(place)) {
      if (stars !== 0) waiting[stars]--;
      text("*".repeat(stars));
      for (const token of tokens) {
        if (token.type === "text") text(token.text);
        else top().tokens.push(token);
      }
    }
  }

  function close(stars: 1 | 2): boolean {
    if (waiting[stars] === 0) return false;
    const place = stack.findLastIndex((frame) => frame.stars === stars);
    unwind(place + 1);
    const { tokens } = top();
    // Figures alone may be a product; two stars at the edges of a word are none.
    if (stars === 1 && !tokens.some(hasLetter)) {
      unwind(place);
      return false;
    }
    stack.pop();
    waiting[stars]--;
    top().tokens.push({ type: stars === 2 ? "strong" : "em", tokens });
    return true;
  }

  return {
    text,
    add: (token: RichToken) => void top().tokens.push(token),
    stars(count: number, { opens, closes }: { opens: boolean; closes: boolean }) {
      if (count > 3) return text("*".repeat(count));
      let left = count;
      if (closes && left === 3 && top().stars === 1 && close(1)) left -= 1;
      if (closes && left >= 2 && close(2)) left -= 2;
      if (closes && left === 1 && close(1)) left -= 1;
      if (left < count || !opens) return text("*".repeat(left));
      if (left >= 2) push(2);
      if (left !== 2) push(1);
    },
    end(): RichToken[] {
      unwind(1);
      return top().tokens.filter((token) => token.type !== "text" || token.text !== "");
    },
  };
}

function hasLetter(token: RichToken): boolean {
  if (token.type === "text") return /\p{L}/u.test(token.text);
  return token.type !== "break";
}
