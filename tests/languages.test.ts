/**
 * The texts of participants and presenters: every catalog whole in every language, nothing unused, nothing written into
 * components. How to add a text: docs/LANGUAGES.md.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { REFUSALS } from "#lib/kernel/refusal.ts";
import { LOCALES } from "#lib/language/locales.ts";
import { SURFACES } from "#lib/web/message-types.ts";
import { argumentsOf, flatten, missingPlurals } from "#tests/support/source/catalogs.ts";
import { hardCodedTexts } from "#tests/support/source/hard-coded-texts.ts";
import { sourceFiles } from "#tests/support/source/imports.ts";
import { isUsed, usesOf } from "#tests/support/source/message-uses.ts";

const ROOT = join(import.meta.dirname, "..");
/** Everything in here is seen by participants or on the big screen, unless it is for hosts. */
const SPOKEN = ["components/", "app/[locale]/", "app/error-page.tsx", "app/not-found-page.tsx"];
const FOR_HOSTS = [
  "components/host-console/",
  "components/interchange/",
  "components/quiz-editor/",
  "components/start-session/",
  "components/upload/",
  "components/room/room-swatch.tsx",
];
/** Said to hosts and to programs only. */
const NOT_SAID = [
  ...["bad_sign_in", "unknown_message", "method_not_allowed", "quiz_not_found", "stale_quiz", "invalid_quiz"],
  ...["unreadable_import", "version_not_found"],
  ...["command_not_possible", "stale_command", "doubled_command"],
  ...["media_not_found", "unsupported_media", "media_full"],
  ...[
    "invitation_not_found",
    "invitation_spent",
    "reset_not_found",
    "reset_spent",
    "email_taken",
    "person_not_found",
    "last_owner",
  ],
  ...["set_by_environment", "key_not_found", "too_many_keys", "device_not_found"],
  ...["remote_code_used", "remote_code_wrong", "remote_removed"],
  ...[
    "idempotency_key_reused",
    "idempotency_in_progress",
    "webhook_not_found",
    "webhook_target_refused",
    "webhooks_full",
    ...["node_not_found", "node_silent", "last_node", "backup_refused", "disk_full"],
  ],
];

const catalogs = SURFACES.flatMap((surface) =>
  LOCALES.map((locale) => ({ surface, locale, texts: readCatalog(surface, locale) })),
);
const sources = sourceFiles(["app", "components", "lib/client", "lib/web"], []);

test("every surface is a folder of messages, with one file per language", () => {
  expect(readdirSync(join(ROOT, "messages")).sort()).toEqual([...SURFACES].sort());
  for (const surface of SURFACES) {
    expect(readdirSync(join(ROOT, "messages", surface)).sort()).toEqual(
      LOCALES.map((locale) => `${locale}.json`).sort(),
    );
  }
});

test("[LA5] every language has every text, with the same arguments and all plural forms", () => {
  const problems = catalogs.flatMap(({ surface, locale, texts }) => {
    const english = readCatalog(surface, "en");
    const where = (key: string) => `messages/${surface}/${locale}.json: ${key}`;
    return [
      ...Object.keys(english)
        .filter((key) => !(key in texts))
        .map((key) => `${where(key)} is missing`),
      ...Object.entries(texts).flatMap(([key, text]) => {
        if (!(key in english)) return [`${where(key)} is not in English`];
        if (text.trim() === "") return [`${where(key)} is empty`];
        const [own, their] = [argumentsOf(text), argumentsOf(english[key] as string)];
        if (own.join() !== their.join()) return [`${where(key)} has {${own}}, English has {${their}}`];
        return missingPlurals(text, locale).map((form) => `${where(key)} lacks the plural "${form}"`);
      }),
    ];
  });
  expect(problems).toEqual([]);
});

test("[LA5] every text is used", () => {
  const uses = usesOf(sources);
  // Refusals come from the server by their codes: the next test.
  const unused = SURFACES.filter((surface) => surface !== "refusals").flatMap((surface) =>
    Object.keys(readCatalog(surface, "en"))
      .filter((key) => !isUsed(uses, surface, key))
      .map((key) => `messages/${surface}: ${key} is used nowhere; remove it from all languages`),
  );
  expect(unused).toEqual([]);
});

test("[LA3] every refusal that a participant can meet is said in every language", () => {
  const said = Object.keys(readCatalog("refusals", "en"));
  expect(Object.keys(REFUSALS).filter((code) => !NOT_SAID.includes(code) && !said.includes(code))).toEqual(
    [],
  );
});

test("[LA5] no text is written into what participants and presenters see", () => {
  const spoken = sources.filter(
    ({ path }) =>
      SPOKEN.some((place) => path.startsWith(place)) && !FOR_HOSTS.some((place) => path.startsWith(place)),
  );
  expect(spoken.flatMap(({ path, text }) => hardCodedTexts(path, text))).toEqual([]);
});

describe("what the checks see", () => {
  const texts = (code: string) =>
    hardCodedTexts("a.tsx", code).map((found) => found.replace(/^a\.tsx:1: /, ""));

  test("text in elements, in spoken attributes, and sentences anywhere", () => {
    const code =
      'const A = () => <p title={x ? n + ` left` : x && "more left"} className="b c">{x ? "Saved" : t("d.e")} now <b aria-label="Go" /></p>; const W = { a: "Time is up" };';
    expect(texts(code)).toEqual(["more left", "Saved", "now", "Go", "Time is up"]);
  });

  test("no class names, keys, codes, types or faults", () => {
    const code =
      'type A = "Up"; const b = key === "Enter" && <i className="mx-auto grid" data-a="b" lang={t("a.b")}>{n} · 2×</i>; throw new Error("A fault");';
    expect(texts(code)).toEqual([]);
  });

  test("plural forms that a language needs, and what a text wants filled in", () => {
    const text = "{n, plural, one {# <b>answer</b>} other {# answers by {name}}}";
    expect(missingPlurals(text, "en")).toEqual([]);
    expect(missingPlurals(text, "ar").sort()).toEqual(["few", "many", "two", "zero"]);
    expect(argumentsOf(text)).toEqual(["b", "n", "name"]);
  });
});

function readCatalog(surface: string, locale: string): Record<string, string> {
  return flatten(JSON.parse(readFileSync(join(ROOT, "messages", surface, `${locale}.json`), "utf8")));
}
