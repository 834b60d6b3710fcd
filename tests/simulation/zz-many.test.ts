import { test } from "vitest";
import { simulate } from "/work/main/tests/simulation/simulate.ts";
test("many", async () => {
  const kinds = new Map<string, { n: number; seeds: number[]; ex: string }>();
  const t = performance.now(); const N = Number(process.env.N ?? 2000); const F = Number(process.env.F ?? 1);
  let bad = 0;
  for (let seed = F; seed < F + N; seed++) {
    let v: string[];
    try { v = await simulate(seed); } catch (e) { v = ["threw " + (e as Error).stack]; }
    if (v.length) bad++;
    for (const k of new Set(v.map((x) => x.replace(/\[.*\]|\{.*\}/g, "J").replace(/[0-9a-z]{20}/g, "ID").replace(/Player \d/g, "P").replace(/-?\d+/g, "n")))) {
      const e = kinds.get(k) ?? { n: 0, seeds: [], ex: "" };
      e.n++; if (e.seeds.length < 5) e.seeds.push(seed); e.ex ||= v.find((x) => true)!.slice(0, 300); kinds.set(k, e);
    }
  }
  console.log(`${bad} of ${N} bad, ${(performance.now() - t).toFixed(0)} ms`);
  for (const [k, e] of [...kinds].sort((a, b) => b[1].n - a[1].n)) console.log(e.n, k.slice(0, 200), e.seeds.join(","));
}, 600000);
