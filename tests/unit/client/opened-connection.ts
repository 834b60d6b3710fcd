import { type LiveConnection, liveConnection } from "#lib/client/connection/live-connection.ts";
import type { ServerMessage } from "#lib/protocol/server-messages.ts";
import { welcomeWith } from "./messages.ts";
import { virtualBrowser } from "./virtual-browser.ts";

/** A connection in a browser of virtual time, and what it was heard to say. */
export function openConnection(seed = 1) {
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
