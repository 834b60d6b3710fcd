import { describe, expect, test } from "vitest";
import { cloudLayout, textWidth } from "#components/cloud/cloud-layout.ts";
import type { ResponseCount } from "#lib/quiz/kind.ts";
import { kindOf } from "#lib/quiz/kinds/registry.ts";
import { isFiltered } from "#lib/quiz/kinds/wordcloud/word-filter.ts";
import { judgedBars, shownBars, withVerdict } from "#lib/quiz/moderation.ts";
import { question } from "./arbitraries.ts";

const rows: ResponseCount[] = [
  { response: { texts: ["Trust", "coffee"] }, count: 2 },
  { response: { texts: ["trust!", "Zeit"] }, count: 1 },
  { response: { texts: ["TRUST"] }, count: 1 },
  { response: { texts: ["fuck"] }, count: 1 },
];

function counted(moderation: "host" | "filter") {
  const q = question({ kind: "wordcloud", prompt: "?", moderation });
  return { q, bars: kindOf(q).bars(q, rows) };
}

describe("word clouds", () => {
  test("[Q20] spellings are one entry under the usual one, most frequent first", () => {
    const { bars } = counted("host");
    expect(bars.map(({ label, count }) => `${label} ${count}`)).toEqual([
      "Trust 4",
      "coffee 2",
      "fuck 1",
      "Zeit 1",
    ]);
  });

  test("[Q21] nothing is shown before the host has let it, and what was shown can be hidden", () => {
    const { q, bars } = counted("host");
    expect(judgedBars(q, bars).map((bar) => bar.state)).toEqual(Array(4).fill("waiting"));
    expect(shownBars(q, bars)).toEqual([]);
    const shown = withVerdict({}, 0, ["TRUST", "zeit"], "show");
    expect(shownBars(q, bars, shown[0])).toEqual([
      { label: "Trust", count: 4, correct: null },
      { label: "Zeit", count: 1, correct: null },
    ]);
    const hidden = withVerdict(shown, 0, ["trust"], "hide");
    expect(shownBars(q, bars, hidden[0]).map((bar) => bar.label)).toEqual(["Zeit"]);
    expect(shownBars(q, bars, withVerdict({}, 1, ["trust"], "show")[0])).toEqual([]);
  });

  test("[Q21] the filter holds rude words only, and the host outweighs it", () => {
    const { q, bars } = counted("filter");
    expect(shownBars(q, bars).map((bar) => bar.label)).toEqual(["Trust", "coffee", "Zeit"]);
    const decided = withVerdict(withVerdict({}, 0, ["coffee"], "hide"), 0, ["fuck"], "show");
    expect(shownBars(q, bars, decided[0]).map((bar) => bar.label)).toEqual(["Trust", "fuck", "Zeit"]);
  });

  test("[Q21] an entry named like a property of objects is nothing special", () => {
    const q = question({ kind: "wordcloud", prompt: "?" });
    const bars = kindOf(q).bars(q, [{ response: { texts: ["constructor", "__proto__"] }, count: 1 }]);
    expect(judgedBars(q, bars, {}).map((bar) => bar.state)).toEqual(["waiting", "waiting"]);
  });

  test.each([
    "FUCK",
    "f u c k",
    "whatthefuck",
    "sh1thead",
    "a$$",
    "Scheiße",
    "mierda",
    "địt",
    "merde !",
    "كس",
  ])("[Q21] “%s” waits for the host", (entry) => expect(isFiltered(entry)).toBe(true));

  test.each([
    "class",
    "Essex",
    "Scunthorpe",
    "assistant",
    "Dickens",
    "cocktail",
    "constant",
    "Mississippi",
    "đi chơi",
  ])("[Q21] “%s” does not", (entry) => expect(isFiltered(entry)).toBe(false));

  test("[Q21] a cloud is the same for the same words, inside its frame, and no word covers another", () => {
    const words = Array.from({ length: 60 }, (_, i) => ({
      text: ["trust", "time", "open doors", "東京", "a common goal", "humor"][i % 6] + (i > 5 ? ` ${i}` : ""),
      count: 1 + ((i * 7) % 23),
    }));
    const placed = cloudLayout(words, 2.9);
    expect(cloudLayout(words.toReversed(), 2.9)).toEqual(placed);
    const boxes = placed.map(({ text, x, y, size }) => ({ x, y, w: textWidth(text) * size, h: size }));
    for (const [i, box] of boxes.entries()) {
      expect(Math.abs(box.x) + box.w / 2).toBeLessThanOrEqual(2.9 / 2 + 1e-9);
      expect(Math.abs(box.y) + box.h / 2).toBeLessThanOrEqual(0.5 + 1e-9);
      for (const other of boxes.slice(i + 1)) {
        const apart =
          Math.abs(box.x - other.x) >= (box.w + other.w) / 2 ||
          Math.abs(box.y - other.y) >= (box.h + other.h) / 2;
        expect(apart).toBe(true);
      }
    }
  });
});
