import { expect, test } from "vitest";
import { LOCALE_HEADER, stampLocale } from "#lib/http/stamp.ts";
import { chooseLocale } from "#lib/language/choose.ts";

const asked = (acceptLanguage: string, cookie?: string, url = "/join") =>
  chooseLocale({ url, cookie, acceptLanguage });

test.each([
  ["vi-VN,vi;q=0.9,en;q=0.8", "vi"],
  ["fr-CA", "fr"],
  ["AR-eg,en;q=0.5", "ar"],
  ["ja,de;q=0.4,es;q=0.7", "es"],
  ["de;q=0,en;q=0.1", "en"],
  ["ja,zh", "en"],
  ["*", "en"],
  ["", "en"],
  [";;q=,=,", "en"],
])("[LA1] a browser that asks for %s gets %s", (header, locale) => {
  expect(asked(header)).toBe(locale);
});

test("[LA1] a kept choice outweighs the browser, the address outweighs both", () => {
  expect(asked("fr", "theme=dark; lang=de")).toBe("de");
  expect(asked("fr", "lang=de", "/join?pin=123456&lang=ar")).toBe("ar");
  expect(asked("fr", "lang=xx", "/join?lang=klingon")).toBe("fr");
});

test("[LA2] of two kept choices the first counts: browsers send that of the longer path first", () => {
  expect(asked("fr", "lang=ar; lang=de", "/screen?pin=123456")).toBe("ar");
});

test("[LA1] the header for Next is the server's own, whatever came in", () => {
  const request = { url: "/join", headers: { [LOCALE_HEADER]: "../x", "accept-language": "vi" } };
  stampLocale(request);
  expect(request.headers[LOCALE_HEADER]).toBe("vi");
});
