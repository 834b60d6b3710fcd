import { describe, expect, test } from "vitest";
import { boardWith } from "./messages.ts";
import { openConnection } from "./opened-connection.ts";

describe("silent death", () => {
  test("[CL5] five pings 150 ms apart after the welcome, then one every 15–20 s", async () => {
    const { browser, goLive } = openConnection();
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
    const { browser, name, goLive } = openConnection();
    await goLive();
    await browser.run(4_999);
    expect(name()).toBe("live");
    await browser.run(1);
    expect(name()).toBe("waiting");
    expect(browser.sockets[0]!.closedByPage).toBe(true);
  });

  test("[CL5] any message counts as life", async () => {
    const { browser, name, goLive } = openConnection();
    await goLive();
    await browser.run(4_000);
    browser.socket().says({ type: "board", ...boardWith({ tick: 2 }) });
    await browser.run(10_000);
    expect(name()).toBe("live");
  });

  test("[CL5] after a resume silence is believed sooner", async () => {
    const { browser, name, goLive } = openConnection();
    await goLive();
    browser.socket().says({ type: "pong", t0: 0, t1: 0 });
    await browser.run(3_000);
    browser.socket().says({ type: "pong", t0: 0, t1: 0 });
    browser.page("resumed");
    await browser.run(2_500);
    expect(name()).toBe("waiting");
  });

  test("[CL5] a deadline that was slept through proves nothing: the socket is asked again", async () => {
    const { browser, name, goLive } = openConnection();
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
    const { browser, goLive } = openConnection();
    await goLive();
    for (let i = 0; i < 20; i++) browser.page("resumed");
    await browser.run(1_000);
    expect(browser.socket().of("ping")).toHaveLength(5);
  });
});
