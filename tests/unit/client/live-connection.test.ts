import { describe, expect, test } from "vitest";
import { backoffMs } from "#lib/client/connection/backoff.ts";
import { watchPage } from "#lib/client/connection/platform.ts";
import { seededRandom } from "#lib/kernel/random.ts";
import { openConnection } from "./opened-connection.ts";

describe("the way to live", () => {
  test("[CL1] connecting, greeting with a hello, live at the welcome", async () => {
    const { connection, browser, states, goLive } = openConnection();
    await goLive();
    expect(states.filter((name, i) => name !== states[i - 1])).toEqual(["connecting", "greeting", "live"]);
    expect(browser.socket().sent[0]).toEqual({ type: "hello", protocol: 1, as: "player", pin: "123456" });
    expect(connection.current().state).toMatchObject({ name: "live", bootId: "boot1" });
  });

  test("[CL1] nothing is sent before the welcome", async () => {
    const { connection, browser } = openConnection();
    connection.start();
    await browser.run(0);
    browser.socket().opens();
    expect(connection.send({ type: "react", emoji: "👏" })).toBe(false);
    expect(browser.socket().of("react")).toHaveLength(0);
  });

  test("[CL1] start, stop, start at once opens one socket and leaves no timer behind", async () => {
    const { connection, browser, name } = openConnection();
    connection.start();
    connection.stop();
    connection.start();
    await browser.run(0);
    expect(browser.sockets).toHaveLength(1);
    connection.stop();
    expect([name(), browser.pendingTimers(), browser.watchers()]).toEqual(["idle", 0, 0]);
    expect(browser.socket().closedByPage).toBe(true);
  });

  test("[CL2] a socket that does not open, or a hello without an answer, is given up and retried", async () => {
    const { connection, browser, name } = openConnection();
    connection.start();
    await browser.run(10_000);
    expect(name()).toBe("waiting");
    await browser.run(500);
    browser.socket().opens();
    await browser.run(10_000);
    expect(name()).toBe("waiting");
    expect(browser.sockets).toHaveLength(2);
  });

  test("[CL2] an event of a socket that was given up changes nothing", async () => {
    const { connection, browser, name, goLive } = openConnection();
    connection.start();
    await browser.run(0);
    const old = browser.socket();
    await browser.run(10_500);
    await goLive();
    old.closes(4505);
    old.saysRaw("{}");
    expect(name()).toBe("live");
  });

  test("[CL2] where opening a socket throws, the connection waits and tries again", async () => {
    const { connection, browser, name } = openConnection();
    browser.forbidSockets();
    connection.start();
    await browser.run(0);
    expect(name()).toBe("waiting");
  });
});

describe("coming back", () => {
  test("[CL3] every wait lies between 250 ms and a ceiling that doubles to 10 s, and they differ", () => {
    const random = seededRandom(7);
    for (let failures = 1; failures <= 40; failures++) {
      const waits = Array.from({ length: 50 }, () => backoffMs(failures, random));
      const ceilingMs = Math.min(10_000, 250 * 2 ** failures);
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(250);
      expect(Math.max(...waits)).toBeLessThanOrEqual(ceilingMs);
      expect(new Set(waits).size).toBeGreaterThan(40);
    }
  });

  test.each([1001, 1006, 1011, 4000, 4001, 4002, 4004, 4005])(
    "[CL3] close code %i comes back",
    async (code) => {
      const { browser, name, goLive } = openConnection();
      await goLive();
      browser.socket().closes(code);
      expect(name()).toBe("waiting");
      await browser.run(10_000);
      expect(browser.sockets.length).toBeGreaterThan(1);
    },
  );

  test("[CL3] failures in a row raise the attempt; a line that lived five seconds starts over", async () => {
    const { browser, connection, goLive } = openConnection();
    const attempt = () => (connection.current().state as { attempt?: number }).attempt;
    await goLive();
    browser.socket().closes(1006);
    expect(attempt()).toBe(1);
    await browser.run(1_000);
    browser.socket().closes(1006);
    expect(attempt()).toBe(2);
    await browser.run(10_000);
    await goLive();
    browser.socket().closes(1006);
    expect(attempt()).toBe(3);
    await browser.run(10_000);
    await goLive();
    await browser.run(5_000);
    browser.socket().closes(1006);
    expect(attempt()).toBe(1);
  });

  test("[CL3] a room dropped by a restarting server comes back spread over two seconds", async () => {
    const waits = await Promise.all(
      Array.from({ length: 100 }, async (_, seed) => {
        const { browser, connection, goLive } = openConnection(seed);
        await goLive();
        browser.socket().closes(4000);
        const { state } = connection.current();
        return state.name === "waiting" ? state.retryAtMs - browser.now() : -1;
      }),
    );
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(250);
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(1_500);
  });

  test("[CL4] a resumed page does not wait out the backoff", async () => {
    const { browser, name, goLive, resumes } = openConnection();
    await goLive();
    browser.socket().closes(4003);
    browser.page("resumed");
    expect(name()).toBe("connecting");
    expect(browser.sockets).toHaveLength(2);
    expect(resumes()).toBe(1);
  });

  test("[CL4] resuming begins a stale attempt again and leaves a fresh one alone", async () => {
    const { browser, connection } = openConnection();
    connection.start();
    await browser.run(1_000);
    browser.page("resumed");
    expect(browser.sockets).toHaveLength(1);
    await browser.run(1_000);
    browser.page("resumed");
    expect(browser.sockets).toHaveLength(2);
  });

  test("[CL4] online, a visible page, and a page from the cache resume; others do not", () => {
    const page = new EventTarget();
    const document = Object.assign(new EventTarget(), { visibilityState: "visible" as "visible" | "hidden" });
    const events: string[] = [];
    const unwatch = watchPage(page, document, (event) => events.push(event));
    page.dispatchEvent(new Event("online"));
    document.dispatchEvent(new Event("visibilitychange"));
    page.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
    expect(events).toEqual(["resumed", "resumed", "resumed"]);
    page.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: false }));
    document.visibilityState = "hidden";
    document.dispatchEvent(new Event("visibilitychange"));
    page.dispatchEvent(new Event("offline"));
    expect(events.slice(3)).toEqual(["offline"]);
    unwatch();
    page.dispatchEvent(new Event("online"));
    expect(events).toHaveLength(4);
  });

  test("[CL4] without a network it says offline, tries seldom, and at once when the network is back", async () => {
    const { browser, name, goLive } = openConnection();
    await goLive();
    browser.page("offline");
    expect(name()).toBe("live");
    await browser.run(2_500);
    expect(name()).toBe("offline");
    await browser.run(9_000);
    expect(browser.sockets).toHaveLength(1);
    browser.goOnline();
    expect(name()).toBe("connecting");
    expect(browser.sockets).toHaveLength(2);
  });
});
