import type { Page } from "playwright";

/** What Lighthouse simulates for a phone: a slow 4G and a processor four times slower than this machine's. */
export const SLOW_4G = { megabitsDown: 1.6, megabitsUp: 0.75, roundTripMs: 150, cpuSlowdown: 4 };

const BYTES = (1_024 * 1_024) / 8;

export async function slowPhone(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: SLOW_4G.roundTripMs,
    downloadThroughput: SLOW_4G.megabitsDown * BYTES,
    uploadThroughput: SLOW_4G.megabitsUp * BYTES,
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOW_4G.cpuSlowdown });
}
