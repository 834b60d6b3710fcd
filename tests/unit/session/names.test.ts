import { expect, test } from "vitest";
import { NAME_MAX, parseName } from "#lib/session/players/names.ts";

function codeOf(input: unknown) {
  const parsed = parseName(input);
  return parsed.ok ? "ok" : parsed.error.code;
}

test.each([
  ["Ada", "Ada"],
  ["  Ada   Lovelace ", "Ada Lovelace"],
  ["Nguyễn Thị Ánh", "Nguyễn Thị Ánh"],
  ["محمد", "محمد"],
  ["שרה", "שרה"],
  ["👩‍🔬 Marie", "👩‍🔬 Marie"],
  ["🏳️‍🌈", "🏳️‍🌈"],
  ["می‌خواهم", "می‌خواهم"],
  ["Ａｄａ", "Ada"],
  ["O'Neill-Smith", "O'Neill-Smith"],
  ["小明", "小明"],
])("[NM1] names of any language are taken: %s", (input, stored) => {
  const parsed = parseName(input);
  expect(parsed).toMatchObject({ ok: true, value: { name: stored } });
});

test.each([
  ["Sinhala", "ප්\u200Dරියන්ත"],
  ["Sinhala, touching", "ලක\u200D්ෂ්මී"],
  ["Kannada", "ರಾಜ್\u200Cಕುಮಾರ್"],
  ["Telugu", "రాజ్\u200Cకుమార్"],
  ["Bengali", "গর্\u200Cযো"],
  ["Bengali, Rachel", "র\u200D্যাচেল"],
  ["Malayalam, old spelling", "രാജന്\u200D"],
  ["Marathi", "सूर्\u200Dया"],
  ["Gujarati", "ધર્\u200Cમેશ"],
  ["Odia", "ଲକ୍\u200Cଷ୍ମୀ"],
  ["Tamil", "லக்ஷ்மி"],
  ["Gurmukhi", "ਗੁਰਪ੍ਰੀਤ"],
  ["Burmese", "မျှော်"],
  ["Burmese, five marks", "ကျွှန်ုပ်"],
  ["Khmer", "ស្រីពៅ"],
  ["Thai", "น้ำผึ้ง"],
  ["Lao", "ຄໍາຜູ້"],
  ["Tibetan", "བསྒྲུབས"],
  ["Chakma", "𑄌𑄋𑄴𑄟𑄳𑄦"],
  ["Persian", "علی\u200Cرضا"],
  ["Arabic with vowels", "مُحَمَّدٌ"],
  ["Urdu", "شہزادہ"],
  ["Hebrew with points", "שְׁלֹמֹה"],
  ["Syriac", "ܝܘܚܢܢ"],
  ["Adlam", "𞤀𞤣𞤤𞤢𞤥"],
  ["Ethiopic", "ሰላም"],
  ["Georgian", "ნინო"],
  ["Armenian", "Արամ"],
  ["Greek, ancient", "Ἀχιλλεύς"],
  ["Vietnamese", "Nguyễn Thị Ngọc Ánh"],
  ["Yoruba", "Ọlájùmọ̀kẹ́"],
  ["Mongolian", "ᠮᠣᠩᠭᠣᠯ\u180B"],
  ["Japanese, its own variant", "葛\u{E0100}城"],
  ["Korean", "김하늘"],
  ["Braille", "⠁⠙⠁⠀⠇"],
  ["Scotland", "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} Iona"],
  ["a country", "🇻🇳 Lan"],
  ["a couple", "👩🏽‍❤️‍💋‍👨🏿"],
  ["a black cat", "🐈‍⬛"],
  ["a keycap", "1️⃣ Ada"],
  ["a heart as text", "❤︎ Ada"],
])("[NM1] joiners, flags and marks are right where Unicode puts them: %s", (_, name) => {
  expect(parseName(name)).toMatchObject({ ok: true, value: { name: name.normalize("NFKC") } });
});

test.each([
  ["a non-joiner between Latin letters", "A\u200Cda"],
  ["a non-joiner after a virama, with nothing to keep apart", "ಕ್\u200C"],
  ["two joiners after a virama", "ක්\u200D\u200Dෂ"],
  ["a joiner between a virama and a vowel sign", "क्\u200Dा"],
  ["a joiner before a virama that joins nothing", "র\u200D্"],
  ["a joiner after an emoji", "👩\u200D"],
  ["a joiner between digits", "1\u200D2"],
  ["a joiner at the end of an Arabic name", "محمد\u200D"],
  ["tags on an emoji that is no flag", "👍\u{E0067}\u{E0062}\u{E007F}"],
  ["a flag whose tags do not end", "🏴\u{E0067}\u{E0062}"],
  ["a flag that is drawn as a plain one", "🏴\u{E0078}\u{E0078}\u{E0078}\u{E007F}"],
  ["the tag of a language", "\u{E0001}Ada"],
  ["a chosen shape of a Latin letter", "Ada\uFE0F"],
  ["an ideographic variant without an ideograph", "Ada\u{E0101}"],
  ["two variants at once", "👍\uFE0F\uFE0F"],
  ["only a blank of Braille", "\u2800 \u2800"],
  ["only a note without its head", "\u{1D159}"],
  ["a Hangul filler in a name", "김\u3164하"],
  ["an old Hangul filler", "\u115F\u1160"],
  ["a halfwidth Hangul filler", "\uFFA0"],
  ["a Khmer vowel that is not drawn", "ក\u17B4"],
  ["a grapheme joiner", "A\u034Fda"],
  ["an invisible plus", "A\u2064da"],
  ["a Mongolian vowel separator in a Latin name", "A\u180Eda"],
  ["a left-to-right mark", "A\u200Eda"],
  ["an Arabic letter mark", "علي\u061C"],
  ["a left-to-right embedding", "\u202AAda\u202C"],
  ["a line separator", "Ada\u2028Eve"],
  ["an annotation", "\uFFF9Ada\uFFFB"],
  ["a character of private use", "Ada\uE000"],
  ["a noncharacter", "Ada\uFDD0"],
  ["five marks on one letter", "Z\u0300\u0317\u0316\u0319\u0318"],
  ["the same mark twice", "Z\u0316\u0316algo"],
  ["enclosing marks on each other", "A\u20DD\u20DD"],
])("[NM2] what hides, turns or stacks is refused: %s", (_, name) => {
  expect(codeOf(name)).toBe("name_not_allowed");
});

test("[NM3] names that differ in what is not seen collide; flags of two countries do not", () => {
  const key = (name: string) => {
    const parsed = parseName(name);
    return parsed.ok ? parsed.value.nameKey : name;
  };
  expect(key("علی\u200Cرضا")).toBe(key("علیرضا"));
  expect(key("葛\u{E0100}城")).toBe(key("葛城"));
  expect(key("☺\uFE0F")).toBe(key("☺"));
  const flag = (region: string) =>
    `🏴${[...region].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join("")}\u{E007F}`;
  expect(key(flag("gbsct"))).not.toBe(key(flag("gbwls")));
});

test.each([
  ["nothing", "", "name_empty"],
  ["spaces", " \t\n ", "name_empty"],
  ["25 letters", "x".repeat(NAME_MAX + 1), "name_too_long"],
  ["60 characters", "x".repeat(60), "name_too_long"],
  ["900 kB", "x".repeat(900_000), "name_too_long"],
  ["a zero-width space", "Ad\u200Ba", "name_not_allowed"],
  ["only a zero-width joiner", "\u200D", "name_not_allowed"],
  ["a joiner between letters", "A\u200Dda", "name_not_allowed"],
  ["only a Hangul filler", "\u3164", "name_not_allowed"],
  ["a right-to-left override", "\u202Ecilam", "name_not_allowed"],
  ["a bidi isolate", "\u2066Ada", "name_not_allowed"],
  ["a control character", "Ada\u0007", "name_not_allowed"],
  ["a soft hyphen", "A\u00ADda", "name_not_allowed"],
  ["a tag character", "Ada\u{E0041}", "name_not_allowed"],
  ["a lone surrogate", "Ada\uD800", "name_not_allowed"],
  ["stacked accents", `A${"\u0301".repeat(9)}da`, "name_not_allowed"],
  ["a number", 7, "bad_request"],
  ["nothing at all", undefined, "bad_request"],
])("[NM2] %s is refused with its reason", (_, input, code) => {
  expect(codeOf(input)).toBe(code);
});

test("[NM3] names that differ only in case, width or spacing collide", () => {
  const keys = ["Ada Lovelace", "ADA  LOVELACE", " ada lovelace", "Ａｄａ lovelace"].map((name) => {
    const parsed = parseName(name);
    return parsed.ok ? parsed.value.nameKey : null;
  });
  expect(new Set(keys).size).toBe(1);
});

test("[NM4] names that differ in an accent are different people", () => {
  const key = (name: string) => {
    const parsed = parseName(name);
    return parsed.ok ? parsed.value.nameKey : null;
  };
  expect(key("Lan")).not.toBe(key("Lân"));
});

test("[NM1] exactly the longest name is taken, counted as people count", () => {
  expect(codeOf("👨‍👩‍👧‍👦".repeat(NAME_MAX))).toBe("name_too_long");
  expect(codeOf("é".repeat(NAME_MAX))).toBe("ok");
  expect(codeOf("x".repeat(NAME_MAX))).toBe("ok");
});
