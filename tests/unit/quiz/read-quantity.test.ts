import { expect, test } from "vitest";
import { amountIn } from "#lib/quiz/kinds/number/amount.ts";
import { readQuantity } from "#lib/quiz/kinds/number/read-quantity.ts";

test.each([
  ["1500", "km", 1500],
  ["1500 km", "km", 1500],
  ["1500km", "km", 1500],
  ["1,500 Km.", "km", 1500],
  ["1500 kilometers", "km", 1500],
  ["1500 km", "kilometers", 1500],
  ["1.5e3 km", "km", 1500],
  ["½ l", "l", 0.5],
  ["-40 °F", "°F", -40],
  ["20 degrees celsius", "°C", 20],
  ["9.81 m/s^2", "m/s²", 9.81],
  ["50%", "%", 50],
  ["$5", "$", 5],
  ["5 €", "€", 5],
  ["87 keys", "keys", 87],
  ["६० कि.मी.", "km", 60],
  ["5 ק״מ", "km", 5],
  ["5 กม.", "km", 5],
  ["%50", "%", 50],
  ["5 qm", "m²", 5],
] as const)("[Q23] %j, asked for in %s, is %s", (typed, unit, value) => {
  const read = readQuantity(typed, unit, "en");
  expect("value" in read ? read.value : null).toBe(value);
});

test("[Q23] a unit that was not asked for is named, not dropped", () => {
  expect(readQuantity("1500 m", "km", "en")).toEqual({ problem: "unit", typed: "m" });
  expect(readQuantity("1500 km", undefined, "en")).toEqual({ problem: "unit", typed: "km" });
  expect(readQuantity("2 million", "people", "en")).toEqual({ problem: "unit", typed: "million" });
  expect(readQuantity("€5", "$", "en")).toEqual({ problem: "unit", typed: "€" });
});

test("[Q23] more figures are no unit", () => {
  for (const typed of ["12:30", "5?", "5; 6", "1=2"])
    expect(readQuantity(typed, "h", "en")).toEqual({ problem: "figures" });
});

test.each(["", "km", "twelve", "1 5", "1-2", "12:30 h", "km 5 km"])("[Q23] %j is no number", (typed) => {
  expect("value" in readQuantity(typed, "km", "en")).toBe(false);
});

test("[Q23] a long row of zeros is shown as a power of ten", () => {
  const shown = [0, 12_500, 1e15, 6.02e23, -1.6e-19, 0.25].map((value) =>
    amountIn(value, String).replace(/[\u2066\u2069]/g, ""),
  );
  expect(shown).toEqual(["0", "12500", "1 × 10¹⁵", "6.02 × 10²³", "-1.6 × 10⁻¹⁹", "0.25"]);
});
