import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { wordedView } from "#components/answers/use-worded-view.ts";
import { kindOf } from "#lib/quiz/kinds/registry.ts";
import type { View } from "#lib/session/reports/view.ts";
import german from "../../../messages/answers/de.json";

const t = createTranslator({ locale: "de", messages: { answers: german }, namespace: "answers" });

test("[LA3] true and false, and the bars that the server words, are in the reader's language", () => {
  expect(labels({ kind: "truefalse", prompt: "?", correct: true }, [{ choice: 0 }])).toEqual([
    "Wahr",
    "Falsch",
  ]);
  expect(labels({ kind: "order", prompt: "?", items: ["a", "b", "c"] }, [])).toEqual([
    "Alles in der richtigen Reihenfolge",
    "1 von 3 am richtigen Platz",
    "0 von 3 am richtigen Platz",
  ]);
});

test("[LA3] ranges of numbers keep their unit", () => {
  const numbers = Array.from({ length: 60 }, (_, number) => ({ number }));
  const [first, second] = labels({ kind: "number", prompt: "?", correct: 42, unit: "km" }, numbers);
  expect([first, second]).toEqual(["0 bis 9 km", "10 bis 19 km"]);
});

test("[LA3] [SV3] the rest of what was typed is in the reader's language; in a survey each text stays what it is", () => {
  const typed = Array.from({ length: 10 }, (_, nth) => ({ text: `Text ${nth}` }));
  expect(labels({ kind: "text", prompt: "?", accepted: ["x"] }, typed).at(-1)).toBe("Andere Antworten");
  const bars = [
    { label: "Long", count: 2, correct: null },
    { label: "Fun", count: 1, correct: null },
  ];
  const view = { question: { kind: "text", options: [] }, reveal: { result: { bars } } } as unknown as View;
  const worded = wordedView(view, t as Parameters<typeof wordedView>[1], String);
  expect(worded.reveal?.result?.bars.map(({ label }) => label)).toEqual(["Long", "Fun"]);
});

/** What the server would send, through the kind's own functions. */
function labels(question: Record<string, unknown>, responses: readonly unknown[]): string[] {
  const kind = kindOf(question as never) as unknown as {
    options(question: unknown): { text: string }[];
    bars(question: unknown, rows: unknown): { label: string }[];
  };
  const rows = responses.map((response) => ({ response, count: 1 }));
  const view = {
    question: { ...question, options: kind.options(question) },
    reveal: { result: { bars: kind.bars(question, rows) } },
  } as unknown as View;
  const worded = wordedView(view, t as Parameters<typeof wordedView>[1], String);
  return worded.reveal?.result?.bars.map((bar) => bar.label) ?? [];
}
