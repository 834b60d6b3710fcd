/**
 * `npm run bench:frames`: how many frames a second the big screen and a phone four times slower than this machine draw
 * with 10,000 players on the board and a new board every 250 ms, in the standings and during the podium. Frames and tasks
 * come from Chromium's own tracing, not from the page. Options: --width, --height, --players, --only screen|phone.
 */
import { parseArgs } from "node:util";
import { type Browser, chromium } from "playwright";
import { chromiumBinary } from "#tests/support/programs/parts.ts";
import { startServer } from "#tests/support/server.ts";
import { ensureBuild } from "../scripts/build-if-stale.mjs";
import { fakeRoom, type Screen } from "./frames/fake-room.ts";
import { traceFrames } from "./frames/trace-frames.ts";

const { values } = parseArgs({
  options: {
    width: { type: "string", default: "1920" },
    height: { type: "string", default: "1080" },
    players: { type: "string", default: "10000" },
    only: { type: "string" },
  },
});
/** The window that is counted; each scene is at work all through it. */
const MEASURED_MS = 9_000;
const PHONE_SLOWDOWN = 4;

await ensureBuild({ log: (line: string) => console.error(line) });
const server = await startServer();
const browser = await chromium.launch({
  executablePath: await chromiumBinary(),
  args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
});
try {
  for (const screen of ["screen", "phone"] as const)
    for (const scene of ["standings", "podium"] as const)
      if (!values.only || values.only === screen) await measure(browser, screen, scene);
} finally {
  await browser.close();
  await server.stop();
}

async function measure(browser: Browser, screen: Screen, scene: "standings" | "podium") {
  const players = Number(values.players);
  const phone = {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
  };
  const wall = { viewport: { width: Number(values.width), height: Number(values.height) } };
  const context = await browser.newContext(screen === "phone" ? phone : wall);
  const page = await context.newPage();
  const room = await fakeRoom(page, players, screen);
  const path = screen === "phone" ? "/play?pin=123456" : "/screen?pin=123456#key=bench";
  await page.goto(`${server.url}${path}`);
  await page.getByText("Bench").first().waitFor();
  // What is fetched ahead for later has come.
  await page.waitForLoadState("networkidle");
  const devtools = await context.newCDPSession(page);
  if (screen === "phone") await devtools.send("Emulation.setCPUThrottlingRate", { rate: PHONE_SLOWDOWN });
  const frames = await traceFrames(devtools, () => room.plays(scene), MEASURED_MS);
  console.log(JSON.stringify({ screen, scene, ...page.viewportSize(), players, ...frames }));
  await context.close();
}
