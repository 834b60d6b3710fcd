/** A title as the name of a file, without its ending: of any script, but without what file systems refuse. */
export function fileNameOf(title: string): string {
  const plain = title
    .replace(REFUSED, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  return [...plain].slice(0, LENGTH_MAX).join("").trim() || "Quiz";
}

/** File systems take 255 bytes, and a character may be four. */
const LENGTH_MAX = 55;
/** Controls, marks that turn the direction of writing, and what Windows takes for itself. */
const REFUSED = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029<>:"/\\|?*]+/gu;
