import { test } from "vitest";
import { simulate } from "./simulate.ts";

test("x", async () => {
  for (const s of (process.env.S ?? "").split(",").map(Number))
    console.log(s, (await simulate(s)).map((x) => x.slice(0, 900)).join("\n"));
});
