import type { Share } from "../measure/profile.ts";
import { FIGURES, type FigureName, MUST_BE_ZERO, type Results } from "./figures.ts";
import { type Summary, summaryOf } from "./summary.ts";
import type { Verdict } from "./targets.ts";

export function printResults(results: Results): void {
  const names = Object.keys(results);
  const summaries = names.map((name) => summaryOf(results[name] ?? []));
  const figures = (Object.keys(FIGURES) as FigureName[]).filter((figure) =>
    summaries.some((summary) => summary[figure]),
  );
  const rows = figures.map((figure) => [
    FIGURES[figure].label,
    ...summaries.map((summary) => cell(figure, summary[figure])),
  ]);
  printTable([["median [least – most]", ...names], ...rows]);
}

/** Ovation against each of the others, figure by figure: 1.00 is the same. */
export function printRatios(ratios: Record<string, Partial<Record<FigureName, number>>>): void {
  const names = Object.keys(ratios);
  if (names.length === 0) return;
  const figures = (Object.keys(FIGURES) as FigureName[]).filter((figure) =>
    names.some((name) => ratios[name]?.[figure] !== undefined),
  );
  printTable([
    ["Ovation ÷ reference (medians)", ...names],
    ...figures.map((figure) => [
      FIGURES[figure].label,
      ...names.map((name) => ratios[name]?.[figure]?.toFixed(2) ?? "–"),
    ]),
  ]);
}

export function printVerdicts(verdicts: readonly Verdict[]): void {
  if (verdicts.length === 0) return;
  printTable([
    ["target (medians)", "is", "should be", ""],
    ...verdicts.map(({ says, value, limit, met }) => [says, value.toFixed(3), limit, met ? "✓" : "✗"]),
  ]);
}

/** Where the server's own time went while answers came in. */
export function printProfile({ parts, functions }: { parts: Share[]; functions: Share[] }): void {
  const row = ({ name, ms, share }: Share) =>
    `${(share * 100).toFixed(1).padStart(5)} % ${ms.toFixed(0).padStart(6)} ms  ${name}`;
  console.log("\nThe server's own time while answers came in, by part and by function:");
  for (const part of parts) console.log(row(part));
  console.log();
  for (const each of functions) console.log(row(each));
}

/** The figures that must be 0 and are not, as sentences. */
export function troubles(results: Results): string[] {
  return Object.entries(results).flatMap(([name, runs]) =>
    runs.flatMap((figures, run) =>
      MUST_BE_ZERO.filter((figure) => (figures[figure] ?? 0) !== 0).map(
        (figure) => `${name}, run ${run + 1}: ${FIGURES[figure].label} is ${figures[figure]}, and must be 0`,
      ),
    ),
  );
}

function cell(figure: FigureName, summary: Summary | undefined): string {
  if (!summary) return "–";
  const { digits } = FIGURES[figure];
  const text = (value: number) =>
    value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const { median, least, most } = summary;
  return least === most ? text(median) : `${text(median)} [${text(least)} – ${text(most)}]`;
}

export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log();
  for (const row of rows)
    console.log(
      row
        .map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0)))
        .join("  "),
    );
}
