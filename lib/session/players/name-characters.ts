/*
 * Which characters a name may hold, by the rules of Unicode and the properties the regular expressions of this Node
 * know: UAX #31 (where joiners are right), UTS #51 (emoji and flags), UTS #39 (stacked marks). What draws nothing is
 * refused wherever those rules do not ask for it.
 */

/** Controls, lone surrogates, private use, unassigned, separators of lines, marks of annotations. */
const NO_TEXT = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u{FFF9}-\u{FFFB}]/u;

/** UTS #51, without the sequences of tags: emoji joined to each other, with skin tones and emoji style; keycaps. */
const EMOJI =
  /\p{RI}\p{RI}|[0-9#*]\u{FE0F}?\u{20E3}|\p{ExtPict}(?:\p{EMod}|[\u{FE0E}\u{FE0F}])?(?:\u{200D}\p{ExtPict}(?:\p{EMod}|\u{FE0F})?)*/gu;
/** Flags of regions: only those that are drawn as such everywhere, since any other looks like a plain black flag. */
const TAGGED_FLAG = /\p{RGI_Emoji_Tag_Sequence}/gv;
/** Other shapes of one letter, where Unicode or its database of ideographs defines such. */
const VARIANT =
  /(\p{Unified_Ideograph})[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]|(\p{Script=Mongolian})[\u{180B}-\u{180D}\u{180F}]|([\p{Script=Myanmar}\p{Script=Phags_Pa}\p{Script=Manichaean}])\u{FE00}/gu;

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u;
const JOINER = /[\u{200C}\u{200D}]/u;
const NON_JOINER = "\u{200C}";

/** Letters of these scripts join their neighbors, and a non-joiner keeps two of them apart (UAX #31, A1). */
const CURSIVE =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mand}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Phag}\p{scx=Mani}\p{scx=Phlp}\p{scx=Rohg}\p{scx=Sogd}\p{scx=Chrs}\p{scx=Adlm}\p{scx=Ougr}]/u;

/** More than four nonspacing marks in a row, or the same one twice (UTS #39, 5.4). */
const STACKED = /[\p{Mn}\p{Me}]{5}|([\p{Mn}\p{Me}])\1/u;

/** Letters, digits, punctuation and symbols are drawn, but for the blank pattern of Braille and the stemless note. */
const DRAWN = /(?![\u{2800}\u{1D159}\u{FFFC}])[\p{L}\p{N}\p{P}\p{S}]/u;

/** Something is seen of it, and nothing of it hides, turns the direction, or lies on its neighbors. */
export function isReadable(name: string): boolean {
  if (NO_TEXT.test(name) || !DRAWN.test(name) || STACKED.test(name.normalize("NFD"))) return false;
  const plain = name.replace(TAGGED_FLAG, "☺").replace(EMOJI, "☺").replace(VARIANT, "$1$2$3");
  if (!INVISIBLE.test(plain)) return true;
  const characters = [...plain];
  return characters.every((character, at) =>
    JOINER.test(character) ? joins(characters, at) : !INVISIBLE.test(character),
  );
}

/** Characters that are invisible, or not drawn alike by all phones: joiners and chosen shapes. Flags keep their tags. */
export function withoutIgnorable(name: string): string {
  return name.replace(/(?![\u{E0020}-\u{E007F}])\p{Default_Ignorable_Code_Point}/gu, "");
}

/** Whether the joiner is where it changes how its neighbors are drawn. */
function joins(characters: readonly string[], at: number): boolean {
  const left = characters.slice(Math.max(0, at - REACH), at).reverse();
  const right = characters.slice(at + 1, at + 1 + REACH);
  const [before, after] = [nearestLetter(left), nearestLetter(right)];
  if (before === null) return false;
  if (characters[at] === NON_JOINER) {
    const apart = CURSIVE.test(before) && after !== null && CURSIVE.test(after);
    return apart || (after !== null && marksBefore(left).some(isVirama));
  }
  // After a virama it asks for a joined or half form, also at the end; before one, between two letters, for another (র‍্য).
  if (marksBefore(left).some(isVirama)) return !/^[\p{M}\p{Cf}]/u.test(right[0] ?? "");
  return isLetter(left[0]) && isVirama(right[0]) && isLetter(right[1]);
}

/** Marks of one letter, at most, as far as is looked. */
const REACH = 6;

function marksBefore(left: readonly string[]): string[] {
  const end = left.findIndex((character) => !/\p{M}/u.test(character));
  return end < 0 ? [...left] : left.slice(0, end);
}

function nearestLetter(characters: readonly string[]): string | null {
  const nearest = characters.find((character) => !/\p{M}/u.test(character));
  return isLetter(nearest) ? (nearest as string) : null;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character);
}

/**
 * Whether a mark is one that silences a vowel (Canonical_Combining_Class 9, Virama). Regular expressions do not know that
 * class, but normalization sorts by it: such a mark goes behind one of class 8 and before one of class 10.
 */
function isVirama(mark: string | undefined): boolean {
  if (mark === undefined) return false;
  const [class8, class10] = ["\u{3099}", "\u{05B0}"];
  return (
    (mark + class8).normalize("NFD") === class8 + mark && (class10 + mark).normalize("NFD") === mark + class10
  );
}
