/** `&eacute;`, `&#233;` and `&#xe9;` as é; what is none stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z0-9]{1,8}));/gi,
    (whole, decimal, hex, name) => {
      if (name) return ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase()) ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    },
  );
}

/** The names of HTML 4, those of Latin-1 in the order of their letters from U+00A0. */
const LATIN =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const GREEK_CAPITALS =
  "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega";
const GREEK =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega";
// biome-ignore format: a table of over a hundred names, read in rows
const OTHERS: Record<string, string> = {
  quot: '"', amp: "&", lt: "<", gt: ">", apos: "'", OElig: "Œ", oelig: "œ", Scaron: "Š", scaron: "š",
  Yuml: "Ÿ", fnof: "ƒ", circ: "ˆ", tilde: "˜", ensp: " ", emsp: " ", thinsp: " ", zwnj: "\u200c",
  zwj: "\u200d", lrm: "\u200e", rlm: "\u200f", ndash: "–", mdash: "—", lsquo: "‘", rsquo: "’", sbquo: "‚",
  ldquo: "“", rdquo: "”", bdquo: "„", dagger: "†", Dagger: "‡", bull: "•", hellip: "…", permil: "‰",
  prime: "′", Prime: "″", lsaquo: "‹", rsaquo: "›", euro: "€", trade: "™", larr: "←", uarr: "↑", rarr: "→",
  darr: "↓", harr: "↔", rArr: "⇒", hArr: "⇔", forall: "∀", part: "∂", exist: "∃", empty: "∅", nabla: "∇",
  isin: "∈", notin: "∉", prod: "∏", sum: "∑", minus: "−", radic: "√", infin: "∞", ang: "∠", and: "∧", or: "∨",
  cap: "∩", cup: "∪", int: "∫", there4: "∴", sim: "∼", cong: "≅", asymp: "≈", ne: "≠", equiv: "≡", le: "≤",
  ge: "≥", sub: "⊂", sup: "⊃", sube: "⊆", supe: "⊇", oplus: "⊕", perp: "⊥", sdot: "⋅", hearts: "♥",
  spades: "♠", clubs: "♣", diams: "♦",
};

const ENTITIES = new Map<string, string>([
  ...numbered(LATIN, 0xa0),
  ...numbered(GREEK_CAPITALS, 0x391),
  ...numbered(GREEK, 0x3b1),
  ...Object.entries(OTHERS),
]);

function numbered(names: string, first: number): [string, string][] {
  return names.split(" ").map((name, at) => [name, String.fromCodePoint(first + at)]);
}
