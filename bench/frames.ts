/**
 * `npm run bench:frames`: how many frames a second the big screen draws with 10,000 players on the board and a new board
 * every 250 ms, in the standings and during the podium. Frames are counted by Chromium's own tracing, not by the page.
 * Options: --width, --height, --players.
 */
import { parseArgs } from "node:util";
import { type CDPSession, chromium } from "playwright";
import { chromiumBinary } from "#tests/support/parts.ts";
import { startServer } from "#tests/support/server.ts";
import { ensureBuild } from "../scripts/build-if-stale.mjs";
import { fakeRoom } from "./frames/fake-room.ts";

const { values } = parseArgs({
  options: {
    width: { type: "string", default: "1920" },
    height: { type: "string", default: "1080" },
    players: { type: "string", default: "10000" },
  },
});
/** The window that is counted; each scene is at work all through it. */
const MEASURED_MS = 9_000;

await ensureBuild({ log: (line: string) => console.error(line) });
const server = await startServer();
const browser = await chromium.launch({
  executablePath: await chromiumBinary(),
  args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
});
try {
  for (const scene of ["standings", "podium"] as const) {
    const viewport = { width: Number(values.width), height: Number(values.height) };
    const page = await browser.newPage({ viewport });
    const room = await fakeRoom(page, Number(values.players));
    await page.goto(`${server.url}/screen?pin=123456#key=bench`);
    await page.getByRole("heading", { name: "Bench" }).waitFor();
    const frames = await tracedFrames(await page.context().newCDPSession(page), () => room.plays(scene));
    console.log(JSON.stringify({ scene, ...viewport, players: Number(values.players), ...frames }));
    await page.close();
  }
} finally {
  await browser.close();
  await server.stop();
}

/** Frames that reached the screen, over all and in the worst second, while something moved in every one of them. */
async function tracedFrames(devtools: CDPSession, begin: () => void) {
  const drawn: number[] = [];
  devtools.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value as { name?: string; ts?: number }[])
      if (event.name === "Display::DrawAndSwap" && event.ts) drawn.push(event.ts / 1_000);
  });
  const ended = new Promise((done) => devtools.once("Tracing.tracingComplete", done));
  await devtools.send("Tracing.start", {
    // The compositor's own: what reached the screen, whoever moved it.
    categories: "viz",
    transferMode: "ReportEvents",
  });
  begin();
  await new Promise((done) => setTimeout(done, MEASURED_MS));
  await devtools.send("Tracing.end");
  await ended;
  drawn.sort((a, b) => a - b);
  const spanMs = (drawn.at(-1) ?? 0) - (drawn[0] ?? 0);
  const seconds = drawn.filter((at) => at + 1_000 <= (drawn.at(-1) ?? 0));
  const perSecond = seconds.map((from) => drawn.filter((at) => at >= from && at < from + 1_000).length);
  return {
    framesPerSecond: Math.round((drawn.length / spanMs) * 1_000),
    worstSecond: Math.min(...perSecond),
  };
}
