/**
 * `npm run screenshots`: a server of its own, a whole game, and a picture of every screen in every phase with every kind of
 * question, in each size, theme and language. Look at test-results/gallery/index.html.
 */
import { rm } from "node:fs/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { api } from "#tests/support/api.ts";
import { chromiumBinary } from "#tests/support/programs/parts.ts";
import { freePort } from "#tests/support/programs/ports.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { ensureBuild } from "../../scripts/build-if-stale.mjs";
import { visitTheRest } from "./around.ts";
import { cameraFor } from "./camera.ts";
import type { House } from "./cast.ts";
import { writeContactSheet } from "./contact-sheet.ts";
import { readOptions } from "./options.ts";
import { storedIsland } from "./picture.ts";
import { plates } from "./plates.ts";
import { playPause, playSession } from "./play-session.ts";

const startedAtMs = performance.now();
const options = readOptions(process.argv.slice(2));
await rm(options.folder, { recursive: true, force: true });
await ensureBuild({ log: console.log });
const port = await freePort();
const server = await startServer({ env: { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` } });
const browser = await chromium.launch({
  executablePath: await chromiumBinary(),
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
const camera = cameraFor(options);
try {
  const house: House = { browser, server, signedIn: await signedIn(browser, server), ...options };
  const all = plates(await storedIsland(server));
  const wanted = options.plates.length > 0 ? all.filter(({ name }) => options.plates.includes(name)) : all;
  const run = { house, api: api(server), camera, options };
  const session = await playSession(run, wanted);
  await playPause(run, wanted);
  await visitTheRest(run, session, wanted);
} finally {
  // Whatever was taken before something failed is worth looking at.
  await writeContactSheet(options.folder, camera.pictures);
  await browser.close();
  await server.stop();
}
const wide = camera.pictures.filter(({ beyond }) => beyond > 0);
for (const { file, beyond } of wide) console.log(`${file}: ${beyond} px beyond the side`);
const seconds = Math.round((performance.now() - startedAtMs) / 1_000);
console.log(`${camera.pictures.length} pictures in ${seconds} s: ${options.folder}/index.html`);

async function signedIn(browser: Browser, { url, ownerEmail, ownerPassword }: TestServer) {
  const context = await browser.newContext({ baseURL: url });
  const page: Page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(ownerEmail);
  await page.getByLabel("Password").fill(ownerPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/host");
  const state = await context.storageState();
  await context.close();
  return state;
}
