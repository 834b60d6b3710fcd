import { describe, expect, test } from "vitest";
import { backoffMs } from "#lib/client/backoff.ts";
import { type LiveConnection, liveConnection } from "#lib/client/live-connection.ts";
import { watchPage } from "#lib/client/platform.ts";
import { readServerMessage } from "#lib/client/read-message.ts";
import { seededRandom } from "#lib/kernel/random.ts";
import { type ServerMessage, serverMessageSchema } from "#lib/protocol/server-messages.ts";
import { boardWith, viewWith, welcomeWith, youWith } from "./messages.ts";
import { virtualBrowser } from "./virtual-browser.ts";

function open(seed = 1) {
  const browser = virtualBrowser(seed);
  const heard: ServerMessage[] = [];
  const welcomes: { rebooted: boolean }[] = [];
  let resumes = 0;
  const states: string[] = [];
  const connection: LiveConnection = liveConnection({
    platform: browser.platform,
    url: () => "ws://quiz/ws",
    hello: () => ({ as: "player", pin: "123456" }),
    welcomed: (_, __, rebooted) => welcomes.push({ rebooted }),
    received: (message) => heard.push(message),
    resumed: () => {
      resumes += 1;
    },
  });
  connection.subscribe(() => states.push(connection.current().state.name));
  const name = () => connection.current().state.name;
  async function goLive(bootId = "boot1") {
    if (name() === "idle") connection.start();
    await browser.run(0);
    browser.socket().opens();
    browser.socket().says(welcomeWith({ bootId }));
  }
  return { browser, connection, heard, welcomes, states, name, goLive, resumes: () => resumes };
}

describe("the way to live", () => {
  test("[CL1] connecting, greeting with a hello, live at the welcome", async () => {
    const { connection, browser, states, goLive } = open();
    await goLive();
    expect(states.filter((name, i) => name !== states[i - 1])).toEqual(["connecting", "greeting", "live"]);
    expect(browser.socket().sent[0]).toEqual({ type: "hello", protocol: 1, as: "player", pin: "123456" });
    expect(connection.current().state).toMatchObject({ name: "live", bootId: "boot1" });
  });

  test("[CL1] nothing is sent before the welcome", async () => {
    const { connection, browser } = open();
    connection.start();
    await browser.run(0);
    browser.socket().opens();
    expect(connection.send({ type: "react", emoji: "👏" })).toBe(false);
    expect(browser.socket().of("react")).toHaveLength(0);
  });

  test("[CL1] start, stop, start at once opens one socket and leaves no timer behind", async () => {
    const { connection, browser, name } = open();
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
    const { connection, browser, name } = open();
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
    const { connection, browser, name, goLive } = open();
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
    const { connection, browser, name } = open();
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
      const { browser, name, goLive } = open();
      await goLive();
      browser.socket().closes(code);
      expect(name()).toBe("waiting");
      await browser.run(10_000);
      expect(browser.sockets.length).toBeGreaterThan(1);
    },
  );

  test("[CL3] failures in a row raise the attempt; a line that lived five seconds starts over", async () => {
    const { browser, connection, goLive } = open();
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
        const { browser, connection, goLive } = open(seed);
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
    const { browser, name, goLive, resumes } = open();
    await goLive();
    browser.socket().closes(4003);
    browser.page("resumed");
    expect(name()).toBe("connecting");
    expect(browser.sockets).toHaveLength(2);
    expect(resumes()).toBe(1);
  });

  test("[CL4] resuming begins a stale attempt again and leaves a fresh one alone", async () => {
    const { browser, connection } = open();
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
    const { browser, name, goLive } = open();
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

describe("silent death", () => {
  test("[CL5] five pings 150 ms apart after the welcome, then one every 15–20 s", async () => {
    const { browser, goLive } = open();
    await goLive();
    const socket = browser.socket();
    const answer = () => socket.says({ type: "pong", t0: 0, t1: 0 });
    for (let i = 0; i < 5; i++) {
      expect(socket.of("ping")).toHaveLength(i + 1);
      answer();
      await browser.run(150);
    }
    await browser.run(14_000);
    expect(socket.of("ping")).toHaveLength(5);
    await browser.run(6_000);
    expect(socket.of("ping")).toHaveLength(6);
  });

  test("[CL5] no word for five seconds after a ping is death", async () => {
    const { browser, name, goLive } = open();
    await goLive();
    await browser.run(4_999);
    expect(name()).toBe("live");
    await browser.run(1);
    expect(name()).toBe("waiting");
    expect(browser.sockets[0]!.closedByPage).toBe(true);
  });

  test("[CL5] any message counts as life", async () => {
    const { browser, name, goLive } = open();
    await goLive();
    await browser.run(4_000);
    browser.socket().says({ type: "board", ...boardWith({ tick: 2 }) });
    await browser.run(10_000);
    expect(name()).toBe("live");
  });

  test("[CL5] after a resume silence is believed sooner", async () => {
    const { browser, name, goLive } = open();
    await goLive();
    browser.socket().says({ type: "pong", t0: 0, t1: 0 });
    await browser.run(3_000);
    browser.socket().says({ type: "pong", t0: 0, t1: 0 });
    browser.page("resumed");
    await browser.run(2_500);
    expect(name()).toBe("waiting");
  });

  test("[CL5] a deadline that was slept through proves nothing: the socket is asked again", async () => {
    const { browser, name, goLive } = open();
    await goLive();
    browser.freeze(60_000);
    await browser.run(0);
    expect(name()).toBe("live");
    await browser.run(200);
    browser.socket().says({ type: "pong", t0: 0, t1: 0 });
    await browser.run(5_000);
    expect(name()).toBe("live");
  });

  test("[CL5] flicking between apps does not multiply pings", async () => {
    const { browser, goLive } = open();
    await goLive();
    for (let i = 0; i < 20; i++) browser.page("resumed");
    await browser.run(1_000);
    expect(browser.socket().of("ping")).toHaveLength(5);
  });
});

describe("final ends", () => {
  test.each([
    [4500, "misbehaved"],
    [4501, "misbehaved"],
    [4502, "outdated"],
    [4503, "unknown_session"],
    [4504, "not_allowed"],
    [4505, "removed"],
    [4506, "not_allowed"],
    [4999, "outdated"],
  ])("[CL6] close code %i is final: %s", async (code, reason) => {
    const { browser, connection, goLive } = open();
    await goLive();
    browser.socket().closes(code);
    expect(connection.current().state).toMatchObject({ name: "closed", reason, code });
    expect(browser.pendingTimers()).toBe(0);
    browser.goOnline();
    await browser.run(60_000);
    expect(browser.sockets).toHaveLength(1);
  });

  test.each([
    ["unknown_pin", "unknown_session"],
    ["session_ended", "ended"],
    ["not_joined", "not_joined"],
    ["bad_token", "not_joined"],
    ["player_removed", "removed"],
    ["unsupported_protocol", "outdated"],
  ])("[CL6] refused before the welcome with %s is final: %s", async (code, reason) => {
    const { browser, connection } = open();
    connection.start();
    await browser.run(0);
    browser.socket().opens();
    browser.socket().says({ type: "refused", refusal: { code, message: "No." } });
    expect(connection.current().state).toEqual({ name: "closed", reason, message: "No.", code });
  });

  test("[CL6] refused before the welcome for want of capacity comes back", async () => {
    const { browser, connection, name } = open();
    connection.start();
    await browser.run(0);
    browser.socket().opens();
    browser.socket().says({ type: "refused", refusal: { code: "overloaded", message: "Busy." } });
    expect(name()).toBe("waiting");
  });

  test("[CL6] refused while live is a message like any other", async () => {
    const { browser, name, heard, goLive } = open();
    await goLive();
    browser.socket().says({ type: "refused", id: "a", refusal: { code: "session_ended", message: "Over." } });
    expect([name(), heard.length]).toEqual(["live", 1]);
  });

  test("[CL6] a welcome in another protocol is final: reload", async () => {
    const { browser, connection } = open();
    connection.start();
    await browser.run(0);
    browser.socket().opens();
    browser.socket().says(welcomeWith({ protocol: 2 }));
    expect(connection.current().state).toMatchObject({ name: "closed", reason: "outdated" });
  });

  test("[CL7] another process behind the welcome is noticed", async () => {
    const { browser, welcomes, goLive } = open();
    await goLive("boot1");
    browser.socket().closes(1006);
    await browser.run(1_000);
    await goLive("boot1");
    browser.socket().closes(1006);
    await browser.run(1_000);
    await goLive("boot2");
    expect(welcomes.map(({ rebooted }) => rebooted)).toEqual([false, false, true]);
  });
});

describe("what is not understood", () => {
  test("[CL8] is ignored, and never throws", async () => {
    const { browser, name, heard, goLive } = open();
    await goLive();
    const junk = [
      "",
      "null",
      "[]",
      "{",
      "7",
      `{"type":"constructor"}`,
      `{"type":"view"}`,
      `{"type":"news"}`,
      new Blob([]),
    ];
    for (const data of junk) browser.socket().saysRaw(data);
    expect([name(), heard.length]).toEqual(["live", 0]);
  });

  test("[CL8] every message of the protocol passes the envelope check", () => {
    const messages: ServerMessage[] = [
      { type: "view", view: viewWith() },
      { type: "board", ...boardWith() },
      { type: "tally", tick: 1, questionIndex: 0, answered: 0, correct: null, bars: [] },
      { type: "roster", tick: 1, players: [], total: 0, connected: 0, away: 0 },
      { type: "reactions", tick: 1, counts: {} },
      { type: "health", leaderboard: "ok", bus: "ok", database: "ok" },
      welcomeWith(),
      { type: "ack", id: "1", ack: { accepted: true, repeat: false, questionIndex: 0, score: 1 } },
      { type: "refused", refusal: { code: "overloaded", message: "Busy." } },
      { type: "you", you: youWith() },
      { type: "pong", t0: 0, t1: 0 },
    ];
    for (const message of messages) expect(readServerMessage(JSON.stringify(message))).toEqual(message);
    const known = serverMessageSchema.options.map((option) => option.shape.type.value);
    expect(messages.map(({ type }) => type)).toEqual(known);
  });
});
