import { describe, expect, test } from "vitest";
import type { SubmitAction } from "#lib/client/answers/answer-door.ts";
import { type SessionClientOptions, sessionClient } from "#lib/client/connection/session-client.ts";
import type { SessionApi } from "#lib/client/session-api.ts";
import type { You } from "#lib/session/players/you.ts";
import type { View } from "#lib/session/reports/view.ts";
import { boardWith, questionView, viewWith, welcomeWith, youWith } from "./messages.ts";
import { virtualBrowser } from "./virtual-browser.ts";

const PARIS = { choice: 0 };
const busy = { ok: false, error: { code: "http_502", message: "Bad gateway" } } as const;

/** A server that speaks REST only, and counts. */
function restServer() {
  const server = {
    view: viewWith() as View | null,
    you: youWith() as You,
    refusal: null as { code: string; message: string } | null,
    calls: { view: 0, you: 0, answer: 0 },
  };
  const api: Pick<SessionApi, "view" | "you" | "board" | "answer"> = {
    async view() {
      server.calls.view += 1;
      if (server.refusal) return { ok: false, error: server.refusal };
      return server.view ? { ok: true, value: server.view } : busy;
    },
    async you() {
      server.calls.you += 1;
      return { ok: true, value: server.you };
    },
    board: async () => ({ ok: true, value: { top: [], players: 2, cuts: [] } }),
    async answer({ questionIndex }) {
      server.calls.answer += 1;
      return { ok: true, value: { accepted: true, repeat: false, questionIndex, score: 800, points: 800 } };
    },
  };
  return { server, api: api as SessionApi };
}

function page(options: Partial<SessionClientOptions> = {}) {
  const browser = virtualBrowser();
  const { server, api } = restServer();
  const live = sessionClient({
    pin: "123456",
    as: "player",
    platform: browser.platform,
    api,
    socketUrl: () => "ws://quiz/ws",
    ...options,
  });
  async function goLive(over: Parameters<typeof welcomeWith>[0] = {}) {
    live.start();
    await browser.run(1_000);
    browser.socket().opens();
    browser.socket().says(welcomeWith(over));
  }
  const name = () => live.connection.current().state.name;
  return { browser, server, live, goLive, name };
}

describe("with a socket", () => {
  test("[CL23] a live page does not poll", async () => {
    const { browser, server, live, goLive } = page();
    await goLive();
    for (let i = 0; i < 10; i++) {
      await browser.run(2_000);
      browser.socket().says({ type: "pong", t0: 0, t1: 0 });
    }
    expect([server.calls.view, live.poller.state()]).toEqual([0, "off"]);
  });

  test("[CL9] the welcome is the first sample, pongs are the next", async () => {
    const { browser, live, goLive } = page();
    await goLive({ serverNowMs: browser.now() + 60_000 });
    expect(Math.round(live.clock.serverNow() - browser.now())).toBe(59_000);
    const t0 = browser.now();
    await browser.run(20);
    browser.socket().says({ type: "pong", t0, t1: t0 + 10 + 60_000 });
    expect(live.clock.serverNow() - browser.now()).toBe(60_000);
  });

  test("[CL17] in a large room the answer goes by the socket, and its ack is matched by id", async () => {
    const { browser, live, goLive } = page();
    await goLive({ view: questionView(0, { door: "socket" }), you: youWith() });
    live.outbox.submit(0, PARIS);
    const [answer] = browser.socket().of("answer");
    expect(answer).toMatchObject({ questionIndex: 0, response: PARIS });
    const ack = { accepted: true, repeat: false, questionIndex: 0, score: 700 } as const;
    browser.socket().says({ type: "ack", id: "another", ack });
    await browser.run(0);
    expect(live.outbox.answer(0).state).toBe("saving");
    browser.socket().says({ type: "ack", id: answer!.id, ack });
    await browser.run(0);
    expect(live.outbox.answer(0).state).toBe("saved");
    expect(live.store.state().you?.score).toBe(700);
  });

  test("[JN12] a token goes with the hello and with every answer by action", async () => {
    const sent: unknown[] = [];
    const submitAction: SubmitAction = (input) => {
      sent.push(input);
      return new Promise(() => {});
    };
    const { browser, live, goLive } = page({ token: "pl.s.p.mac", submitAction });
    await goLive({ view: questionView(0), you: youWith() });
    expect(browser.socket().of("hello")[0]).toMatchObject({ as: "player", token: "pl.s.p.mac" });
    live.outbox.submit(0, PARIS);
    expect(sent).toMatchObject([{ response: PARIS, token: "pl.s.p.mac" }]);
  });

  test("[CL18] a socket that dies with the answer hands it to REST", async () => {
    const { browser, server, live, goLive } = page();
    await goLive({ view: questionView(0, { door: "socket" }), you: youWith() });
    live.outbox.submit(0, PARIS);
    browser.socket().closes(1006);
    await browser.run(0);
    expect([live.outbox.answer(0).state, server.calls.answer]).toEqual(["saved", 1]);
  });

  test("[CL20] the welcome after a lost ack shows that the answer is stored", async () => {
    const { browser, live, goLive } = page({ submitAction: () => new Promise(() => {}) });
    await goLive({ view: questionView(0), you: youWith() });
    live.outbox.submit(0, PARIS);
    browser.socket().closes(1006);
    await browser.run(600);
    browser.socket().opens();
    const you = youWith({
      score: 900,
      answer: { questionIndex: 0, response: PARIS, correct: true, points: 900 },
    });
    browser.socket().says(welcomeWith({ view: questionView(0), you }));
    expect(live.outbox.answer(0)).toMatchObject({ state: "saved", ack: { points: 900 } });
  });

  test("[CL24] reactions closer than 400 ms are dropped", async () => {
    const { browser, live, goLive } = page();
    await goLive();
    for (let i = 0; i < 10; i++) live.react("👏");
    await browser.run(400);
    live.react("🎉");
    expect(browser.socket().of("react")).toHaveLength(2);
  });
});

describe("without any socket", () => {
  test("[CL23] a whole question is played by REST", async () => {
    const { browser, server, live } = page();
    browser.forbidSockets();
    live.start();
    await browser.run(1_900);
    expect(server.calls.view).toBe(0);
    await browser.run(200);
    expect(live.store.state()).toMatchObject({
      view: { phase: { name: "lobby" } },
      you: { name: "Ada" },
      welcomeSeen: true,
    });
    expect(live.poller.state()).toBe("working");
    server.view = questionView(0, { serverNowMs: browser.now() });
    await browser.run(2_500);
    expect(live.store.state().view?.question?.index).toBe(0);
    expect(live.clock.estimate()).not.toBeNull();
    live.outbox.submit(0, PARIS);
    await browser.run(0);
    expect(live.outbox.answer(0)).toMatchObject({ state: "saved", ack: { points: 800 } });
    live.stop();
    expect(browser.pendingTimers()).toBe(0);
  });

  test("[CL23] polls come about every 1.5 s, and not in step between pages", async () => {
    const { browser, server, live } = page();
    browser.forbidSockets();
    live.start();
    await browser.run(62_000);
    expect(server.calls.view).toBeGreaterThan(30);
    expect(server.calls.view).toBeLessThan(56);
  });

  test("[CL23] a server in trouble is asked less often, and gently taken up again", async () => {
    const { browser, server, live } = page();
    browser.forbidSockets();
    server.view = null;
    live.start();
    await browser.run(62_000);
    expect(live.poller.state()).toBe("failing");
    expect(server.calls.view).toBeLessThan(12);
    server.view = viewWith();
    await browser.run(12_000);
    expect(live.poller.state()).toBe("working");
  });

  test("[CL23] polling ends when the socket is back", async () => {
    const { browser, server, live, name } = page();
    live.start();
    await browser.run(9_000);
    browser.socket().opens();
    browser.socket().says(welcomeWith({ board: boardWith() }));
    const { view } = server.calls;
    await browser.run(4_000);
    expect([name(), server.calls.view, live.poller.state()]).toEqual(["live", view, "off"]);
  });

  test("[CL6] what REST refuses for good ends the page, too", async () => {
    const { browser, server, live } = page();
    browser.forbidSockets();
    server.refusal = { code: "player_removed", message: "The host removed you from this quiz." };
    live.start();
    await browser.run(3_000);
    expect(live.connection.current().state).toMatchObject({ name: "closed", reason: "removed" });
    const { view } = server.calls;
    await browser.run(30_000);
    expect([server.calls.view, browser.pendingTimers()]).toEqual([view, 0]);
  });

  test("[CL23] hosts and presenters do not ask for a line of their own", async () => {
    const { browser, server, live } = page({ as: "presenter" });
    browser.forbidSockets();
    live.start();
    await browser.run(5_000);
    expect(server.calls.you).toBe(0);
    expect(server.calls.view).toBeGreaterThan(0);
  });
});
