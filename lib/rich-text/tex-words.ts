/**
 * A formula in letters and signs, for places that draw none: lists, titles, ears, and phones until KaTeX has come.
 * `\frac{x^2}{2}` is "x²/2". What it does not know it shows without backslash and braces.
 */
export function texWords(tex: string): string {
  const reader = { tokens: tex.match(TOKEN) ?? [], at: 0, depth: 0 };
  return tidy(list(reader, undefined, false)) || tex;
}

interface Reader {
  tokens: readonly string[];
  at: number;
  depth: number;
}

const TOKEN = /\\[a-zA-Z]+\*?|\\[\s\S]|\s+|[\s\S]/gu;
/** Deeper braces are those of no question. */
const DEEPEST = 40;

/** A space, where a letter or a figure comes next, or came before. */
const SPACE_AFTER = "\ue001";
const SPACE_BEFORE = "\ue002";
const apart = (words: string) => `${SPACE_BEFORE}${words}${SPACE_AFTER}`;

function list(reader: Reader, end: string | undefined, spaces: boolean): string {
  let written = "";
  while (reader.at < reader.tokens.length) {
    const token = reader.tokens[reader.at] as string;
    if (token === end) {
      reader.at++;
      break;
    }
    written += part(reader, written, spaces);
  }
  return written;
}

/** The next thing, which takes its arguments along. */
function part(reader: Reader, before: string, spaces: boolean): string {
  const token = reader.tokens[reader.at++] ?? "";
  if (/^\s/.test(token)) return spaces ? " " : "";
  if (token === "{") return group(reader, spaces);
  if (token === "^") return raised(argument(reader));
  if (token === "_") return lowered(argument(reader), before);
  if (token.startsWith("\\")) return command(token.slice(1), reader);
  if (spaces) return token;
  if (token === "," && /\d$/.test(before) && /^\d/.test(reader.tokens[reader.at] ?? "")) return ",";
  return OPERATORS[token] ? operator(OPERATORS[token], before) : (SIGNS[token] ?? token);
}

function group(reader: Reader, spaces: boolean): string {
  if (reader.depth >= DEEPEST) return "";
  // As in 1{,}000, where it is no pause.
  if (reader.tokens[reader.at] === "," && reader.tokens[reader.at + 1] === "}") {
    reader.at += 2;
    return ",";
  }
  reader.depth++;
  const words = list(reader, "}", spaces);
  reader.depth--;
  return words;
}

function argument(reader: Reader, spaces = false): string {
  while (/^\s/.test(reader.tokens[reader.at] ?? "")) reader.at++;
  if (reader.depth >= DEEPEST) return "";
  reader.depth++;
  const words = part(reader, "", spaces);
  reader.depth--;
  return words;
}

/** What stands in brackets, if anything does: the index of a root. */
function optional(reader: Reader): string {
  if (reader.tokens[reader.at] !== "[") return "";
  reader.at++;
  return list(reader, "]", false);
}

function command(name: string, reader: Reader): string {
  const sign = COMMANDS[name];
  if (sign !== undefined)
    return SPACED.test(sign) ? ` ${sign} ` : sign + (/[∑∏∫∬∭∮]/.test(sign) ? SPACE_AFTER : "");
  if (/^[dtc]?frac$/.test(name)) return fraction(argument(reader), argument(reader));
  if (/^[dt]?binom$/.test(name)) return apart(`C(${tidy(argument(reader))}, ${tidy(argument(reader))})`);
  if (name === "sqrt") return raised(optional(reader), "") + rooted(argument(reader));
  if (/^(text|mbox|textrm|textbf|textit|texttt)$/.test(name)) return argument(reader, true);
  if (name === "operatorname" || name === "operatorname*") return apart(argument(reader));
  if (FUNCTIONS.test(name)) return apart(name);
  if (name in ACCENTS) return accented(tidy(argument(reader)), ACCENTS[name] as string);
  if (name === "mathbb") return argument(reader).replace(/[RNZQCPH]/g, (letter) => BOARD[letter] ?? letter);
  if (/^(left|right|[bB]ig+[lrm]?)$/.test(name)) {
    if (reader.tokens[reader.at] === ".") reader.at++;
    return "";
  }
  if (/^(color|hspace|vspace|phantom|label|tag)\*?$/.test(name)) {
    argument(reader, true);
    return "";
  }
  if (name === "textcolor") {
    argument(reader, true);
    return argument(reader);
  }
  if (/^(?:x|long)(?:right|left)arrow$/.test(name)) {
    const over = tidy(argument(reader));
    return ` ${name.includes("left") ? "←" : "→"}${over && `(${over})`} `;
  }
  if (/^(?:stackrel|overset|underset)$/.test(name)) {
    const [beside, sign] = [tidy(argument(reader)), argument(reader)];
    return `${sign}${beside && `(${beside})`}`;
  }
  if (name === "begin" || name === "end") return edge(name, argument(reader, true), reader);
  if (STYLES.test(name)) return "";
  return /^[a-zA-Z]/.test(name) ? apart(name.replace("*", "")) : name;
}

function fraction(above: string, below: string): string {
  const [over, under] = [tidy(above), tidy(below)];
  return apart(
    `${/[\s+−±/,]/.test(over) ? `(${over})` : over}/${ONE_THING.test(under) ? under : `(${under})`}`,
  );
}

const ONE_THING = /^(?:\d+(?:[.,]\d+)?|[\p{L}√][\p{M}′]*\d?[⁰¹²³⁴⁵⁶⁷⁸⁹₀-₉ⁿₙ]*|\(.*\))$/u;

function rooted(inside: string): string {
  const words = tidy(inside);
  return `√${ONE_THING.test(words) ? words : `(${words})`}`;
}

function raised(exponent: string, sign = "^"): string {
  const words = tidy(exponent);
  if (words === "∘") return "°";
  if (/^[°′∗]?$/.test(words)) return words;
  return asSmall(words, RAISED) ?? `${sign}${[...words].length === 1 ? words : `(${words})`}`;
}

function lowered(index: string, before: string): string {
  const words = tidy(index);
  const small = asSmall(words, LOWERED);
  if (small !== undefined || words === "") return small ?? "";
  // "lim(x → 0)" reads better than any index.
  const named = before.endsWith(SPACE_AFTER);
  return `${named ? "" : "_"}${[...words].length === 1 ? words : `(${words})`}${named ? SPACE_AFTER : ""}`;
}

function asSmall(words: string, small: Record<string, string>): string | undefined {
  const letters = [...words.replace(/\s/g, "")].map((letter) => small[letter]);
  return letters.some((letter) => letter === undefined) ? undefined : letters.join("");
}

function accented(words: string, mark: string): string {
  return [...words].map((letter) => letter + mark).join("");
}

function edge(side: "begin" | "end", name: string, reader: Reader): string {
  if (side === "begin" && name === "array") argument(reader, true);
  const brackets = { pmatrix: "()", bmatrix: "[]", vmatrix: "||", cases: "{ " }[name] ?? "";
  return brackets.charAt(side === "begin" ? 0 : 1);
}

/** A sign between two things has space around it; before a thing alone it has none. */
function operator(sign: string, before: string): string {
  const unary = /[−+±]/.test(sign) && /(?:^|[\s([{,=|^])$/.test(before.replaceAll(SPACE_AFTER, ""));
  return unary ? sign : ` ${sign} `;
}

function tidy(words: string): string {
  return words
    .replace(/\ue001((?:[\p{No}\p{Lm}⁺⁻⁼⁽⁾₊₋₌₍₎]|\^(?:\([^()]*\)|.))+)/gu, "$1\ue001")
    .replace(/([\p{L}\p{N})])\ue002/gu, "$1 ")
    .replace(/\ue001(?=[\p{L}\p{N}√\ue002])/gu, " ")
    .replace(/[\ue001\ue002]/g, "")
    .replace(/\s+/g, " ")
    .replace(/ (?=[,;.)])/g, "")
    .replace(/\( /g, "(")
    .trim();
}

const OPERATORS: Record<string, string> = { "+": "+", "-": "−", "=": "=", "<": "<", ">": ">", "/": "/" };
const SIGNS: Record<string, string> = { "'": "′", "~": " ", "&": " ", "}": "", "*": "∗", ",": ", " };
/** Commands whose sign stands between two things. */
const SPACED = /^[×÷±∓·≤≥≠≈≡∼≅∝∈∉∋⊂⊆⊃⊇∪∩∖∧∨→←↔⇒⇐⇔↦∣∥⊥∗∘⊕⊗≪≫⇌]$/;
const FUNCTIONS =
  /^(?:arc)?(?:sin|cos|tan)h?$|^(?:cot|sec|csc|log|ln|lg|exp|lim|max|min|sup|inf|det|dim|ker|gcd|arg|deg|mod|Pr)$/;
const STYLES =
  /^(?:math|text)?(?:rm|bf|it|sf|tt|cal|frak|scr|bb|normal)$|^(?:display|text|script)style$|^(?:boldsymbol|bm|limits|nolimits|boxed|[bx]?cancel|ce|pu|underbrace|overbrace|underline|mathop|mathrel|mathbin|displaylines|hline|nonumber)$/;

const COMMANDS = pairs(
  `alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
  nu ν xi ξ pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ
  Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω times × div ÷ pm ± mp ∓ cdot · le ≤ leq ≤ leqslant ≤ ge ≥
  geq ≥ geqslant ≥ ne ≠ neq ≠ lt < gt > approx ≈ equiv ≡ sim ∼ cong ≅ propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆
  supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ land ∧ wedge ∧ lor ∨ vee ∨ lnot ¬ neg ¬ to → rightarrow → longrightarrow →
  gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ implies ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦ colon : mid ∣
  parallel ∥ perp ⊥ ast ∗ circ ∘ oplus ⊕ otimes ⊗ ll ≪ gg ≫ rightleftharpoons ⇌ infty ∞ partial ∂ nabla ∇ forall ∀
  exists ∃ nexists ∄ emptyset ∅ varnothing ∅ angle ∠ triangle △ degree ° prime ′ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ sum ∑
  prod ∏ int ∫ iint ∬ iiint ∭ oint ∮ ldots … dots … cdots … vdots … ddots … langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈
  rceil ⌉ lbrace { rbrace } vert | Vert ‖ backslash \\ star ⋆ bullet • therefore ∴ because ∵ euro € pounds £`,
);
Object.assign(COMMANDS, { ",": " ", ";": " ", ":": " ", " ": " ", quad: " ", qquad: " ", "!": "", "|": "‖" });
Object.assign(COMMANDS, { "\\": "; ", "\n": " " });

const ACCENTS: Record<string, string> = {
  vec: "\u20d7",
  overrightarrow: "\u20d7",
  hat: "\u0302",
  widehat: "\u0302",
  bar: "\u0304",
  overline: "\u0305",
  dot: "\u0307",
  ddot: "\u0308",
  tilde: "\u0303",
  widetilde: "\u0303",
  not: "\u0338",
};
const BOARD = pairs("R ℝ N ℕ Z ℤ Q ℚ C ℂ P ℙ H ℍ");
const RAISED = letters(
  "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ",
);
const LOWERED = letters("0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");

function pairs(text: string): Record<string, string> {
  const words = text.split(/\s+/);
  return Object.fromEntries(words.flatMap((word, at) => (at % 2 ? [] : [[word, words[at + 1] ?? ""]])));
}

function letters(from: string, to: string): Record<string, string> {
  const small = [...to];
  return Object.fromEntries([...from].map((letter, at) => [letter, small[at] ?? ""]));
}
