import { describe, expect, test } from "vitest";
import { welcomeWith } from "./messages.ts";
import { openConnection } from "./opened-connection.ts";

describe("final ends", () => {
  test.each([
    [4500, "misbehaved"],
    [4501, "misbehaved"],
    [4502, "outdated"],
    [4503, "unknown_session"],
    [4504, "not_allowed"],
    [4505, "removed"],
    [4507, "moved"],
    [4506, "not_allowed"],
    [4999, "outdated"],
  ])("[CL6] close code %i is final: %s", async (code, reason) => {
    const { browser, connection, goLive } = openConnection();
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
    ["seat_moved", "moved"],
    ["unsupported_protocol", "outdated"],
  ])("[CL6] refused before the welcome with %s is final: %s", async (code, reason) => {
    const { browser, connection } = openConnection();
    connection.start();
    await browser.run(0);
    browser.socket().opens();
    browser.socket().says({ type: "refused", refusal: { code, message: "No." } });
    expect(connection.current().state).toEqual({ name: "closed", reason, message: "No.", code });
  });

  test("[CL6] refused before the welcome for want of capacity comes back", async () => {
    const { browser, connection, name } = openConnection();
    connection.start();
    await browser.run(0);
    browser.socket().opens();
    browser.socket().says({ type: "refused", refusal: { code: "overloaded", message: "Busy." } });
    expect(name()).toBe("waiting");
  });

  test("[CL6] refused while live is a message like any other", async () => {
    const { browser, name, heard, goLive } = openConnection();
    await goLive();
    browser.socket().says({ type: "refused", id: "a", refusal: { code: "session_ended", message: "Over." } });
    expect([name(), heard.length]).toEqual(["live", 1]);
  });

  test("[CL6] a welcome in another protocol is final: reload", async () => {
    const { browser, connection } = openConnection();
    connection.start();
    await browser.run(0);
    browser.socket().opens();
    browser.socket().says(welcomeWith({ protocol: 2 }));
    expect(connection.current().state).toMatchObject({ name: "closed", reason: "outdated" });
  });

  test("[CL7] another process behind the welcome is noticed", async () => {
    const { browser, welcomes, goLive } = openConnection();
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
