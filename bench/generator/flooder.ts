import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { METRICS_HEADERS } from "#tests/support/server.ts";
import { actionHeaders } from "./http-doors.ts";

/**
 * A stranger at one address who makes a server work: a process of its own, so that its work is not measured as the server's
 * delay. Told a flood, it sends some bursts of it: the next one a second after the last, when all of that is answered.
 */
export type Flood = "none" | "sign-in pages" | "metrics" | "large actions";

/** What the issue names: this many at once hold a game up where nothing bounds them. */
const PAGES_AT_ONCE = 400;
const ACTIONS_AT_ONCE = 16;
const ACTION_BYTES = 1_900_000;
/** From before the question opens until its last answer. */
const BURSTS = 8;
const PAUSE_MS = 1_000;
const FROM = "127.0.0.9";

const [port = "", actionId = ""] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: PAGES_AT_ONCE, localAddress: FROM, timeout: 2_000 });
const body = `[{${Array.from({ length: ACTION_BYTES / 19 }, (_, i) => `"field${String(i).padStart(8, "0")}":${i % 10}`).join(",")}}]`;

process.on("message", ({ flood }: { flood: Flood }) => void send(flood));
process.on("disconnect", () => process.exit(0));
process.send?.("ready");

async function send(flood: Flood): Promise<void> {
  for (let i = 0; i < BURSTS; i++) {
    await sleep(PAUSE_MS);
    await Promise.all(burst(flood));
  }
}

function burst(flood: Flood): Promise<void>[] {
  switch (flood) {
    case "none":
      return [];
    case "sign-in pages":
      return times(PAGES_AT_ONCE, () => ask("GET", "/sign-in"));
    case "metrics":
      return times(PAGES_AT_ONCE, () => ask("GET", "/metrics"));
    case "large actions":
      return times(ACTIONS_AT_ONCE, () => ask("POST", "/join", body));
    default:
      return flood satisfies never;
  }
}

function times<T>(count: number, act: () => T): T[] {
  return Array.from({ length: count }, act);
}

/** Whatever comes back is read and forgotten; turned away in the middle of a body, or cut, is an answer, too. */
function ask(method: string, path: string, text = ""): Promise<void> {
  const headers = text ? actionHeaders(actionId, `http://127.0.0.1:${port}`, "") : METRICS_HEADERS;
  return new Promise((resolve) => {
    const sent = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method,
        agent,
        headers: { ...headers, ...(text ? { "content-length": Buffer.byteLength(text) } : {}) },
      },
      (response) => response.resume(),
    );
    sent.on("error", () => {});
    sent.once("close", resolve);
    sent.end(text);
  });
}
