/**
 * Decimal digits of any script (٣, ३, ３, 𞥓) as 0 to 9; all else as it was. Pages carry this function as text, too, so it
 * uses nothing from outside.
 */
export function latinDigits(text: string): string {
  const known: Record<string, string> = {};
  // Unicode lists the digits of a script from zero to nine, and scripts that touch one after another.
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) as number;
    let first = code;
    if (!known[digit]) while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
    known[digit] ??= String((code - first) % 10);
    return known[digit];
  });
}

/** Figures of any script with the signs of plain ones, - and a point, without spaces and Arabic groups. */
export function plainFigures(typed: string): string {
  return latinDigits(typed.normalize("NFKC"))
    .replace(/[\s٬]/gu, "")
    .replace(/٫/gu, ".")
    .replace(/[−–]/gu, "-");
}
