/**
 * `npm run bench:phone`: how long somebody who opens the link in the middle of a question waits until they can answer it,
 * on a cold phone: nothing cached, the network and processor that Lighthouse simulates for mobile. `answerable` is the
 * first frame that shows the answers; they are tapped in that frame, and `saved` is when the page says that the
 * tap was stored. Options: --runs, --steps (where the time goes in the median run).
 */

import { parseArgs } from "node:util";
import { type Browser, chromium } from "playwright";
import { playerCookieName } from "#lib/auth/cookies.ts";
import { api as apiOf } from "#tests/support/api.ts";
import { chromiumBinary } from "#tests/support/programs/parts.ts";
import { startServer } from "#tests/support/server.ts";
import { eventually } from "#tests/support/waiting.ts";
import { ensureBuild } from "../scripts/build-if-stale.mjs";
import { ONE_QUESTION } from "../scripts/one-question.mjs";
import { FIRST_ANSWER_SCRIPT, type FirstAnswer, firstAnswer } from "./phone/first-answer.ts";
import { SLOW_4G, slowPhone } from "./phone/slow-phone.ts";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "5" }, steps: { type: "boolean", default: false } },
});
const TARGET_MS = 2_000;

await ensureBuild({ log: (line: string) => console.error(line) });
const server = await startServer();
const api = apiOf(server);
const browser = await chromium.launch({ executablePath: await chromiumBinary(), args: ["--no-sandbox"] });
try {
  const runs: FirstAnswer[] = [];
  // The first run also warms the server, and is not counted.
  for (let run = 0; run <= Number(values.runs); run++) {
    const measured = await answerOnce(browser);
    if (run > 0) runs.push(measured);
  }
  runs.sort((a, b) => a.answerableMs - b.answerableMs);
  const median = runs[Math.floor(runs.length / 2)] as FirstAnswer;
  const all = runs.map(({ answerableMs }) => Math.round(answerableMs));
  const ok = median.answerableMs < TARGET_MS;
  console.log(
    `${ok ? "✓" : "✗"} answerable after ${Math.round(median.answerableMs)} ms  (${all.join(" ")}), target ${TARGET_MS}`,
  );
  console.log(
    `  first paint ${Math.round(median.firstPaintMs)} ms, saved ${Math.round(median.savedMs)} ms, ${median.kilobytes} KB`,
  );
  console.log(`  ${JSON.stringify(SLOW_4G)}`);
  if (values.steps) for (const step of median.steps) console.log(`  ${step}`);
  if (!ok) process.exitCode = 1;
} finally {
  await browser.close();
  await server.stop();
}

async function answerOnce(browser: Browser): Promise<FirstAnswer> {
  const { sessionId, pin } = await api.startSession(ONE_QUESTION, { readingMs: 0 });
  const { token } = await api.join(pin, "Ada");
  // Somebody who thinks longer keeps the question open.
  await api.join(pin, "Bo");
  await api.command(sessionId, "start");
  await eventually(async () => {
    const { phase, serverNowMs } = (await api.view(pin)) as {
      phase: { opensAtMs?: number };
      serverNowMs: number;
    };
    if (!(serverNowMs >= (phase.opensAtMs ?? Number.POSITIVE_INFINITY))) throw new Error("not open yet");
  });
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  try {
    const cookie = { name: playerCookieName(sessionId), value: token, url: server.url, httpOnly: true };
    await context.addCookies([cookie]);
    await context.addInitScript(FIRST_ANSWER_SCRIPT);
    const page = await context.newPage();
    await slowPhone(page);
    const measured = await firstAnswer(page, `${server.url}/play?pin=${pin}`);
    const { body } = await api.get(`/pins/${pin}/me`, token);
    if (!body.answer) throw new Error("The page said saved, and the server has no answer.");
    return measured;
  } finally {
    await context.close();
  }
}
