import { expect, test } from "vitest";
import { isId, newId } from "#lib/kernel/ids.ts";
import { streamSafe } from "#lib/kernel/unicode.ts";

test("[IN1] a text keeps thirty marks on a letter and drops those above", () => {
  for (const text of ["", "Nguyễn Huệ", "e\u0323\u0302", `a${"\u0301".repeat(30)}`, "မျှော်", "क्षि"])
    expect(streamSafe(text)).toBe(text);
  expect(streamSafe(`a${"\u0301".repeat(5_000)}b`)).toBe(`a${"\u0301".repeat(30)}b`);
  // Marks beyond the basic plane are not cut in halves.
  expect(streamSafe(`a${"\u{1d165}".repeat(40)}b`)).toBe(`a${"\u{1d165}".repeat(30)}b`);
});

test("[IN2] an id is twenty letters and digits, and nothing else", () => {
  for (let i = 0; i < 200; i++) expect(isId(newId())).toBe(true);
  const id = newId();
  const none = [
    "",
    id.slice(1),
    `${id}0`,
    `${id}\n`,
    id.toUpperCase(),
    `${id.slice(1)}\0`,
    "__proto__",
    null,
    {},
    [id],
  ];
  for (const each of none) expect(isId(each), JSON.stringify(each)).toBe(false);
});
