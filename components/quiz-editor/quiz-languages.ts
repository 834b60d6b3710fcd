import { directionOfTag } from "#lib/language/tags.ts";

/** Languages with many speakers or many schools; any other tag comes with a quiz that names it. */
const TAGS = (
  "af sq am ar hy az eu be bn bs bg my ca zh-Hans zh-Hant hr cs da nl en et fil fi fr gl ka de el gu he hi hu is id ga it " +
  "ja kn kk km ko ky lo lv lt mk ms ml mt mr mn ne nb nn ps fa pl pt pt-BR pa ro ru sr si sk sl so es sw sv ta te th tr tk uk ur uz vi cy yo zu"
).split(" ");

export interface QuizLanguageChoice {
  value: string;
  label: string;
  also: string;
}

/** All of them by their English names, with what each calls itself. */
export function quizLanguages(chosen: string | undefined): QuizLanguageChoice[] {
  const tags = chosen === undefined || TAGS.includes(chosen) ? TAGS : [...TAGS, chosen];
  const english = new Intl.DisplayNames("en", { type: "language" });
  return tags
    .map((tag) => ({ value: tag, label: english.of(tag) ?? tag, also: ownName(tag) }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}

function ownName(tag: string): string {
  const name = new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
  // Names are shown in a list that runs from left to right.
  return directionOfTag(tag) === "rtl" ? `\u2067${name}\u2069` : name;
}
