import type { Clock } from "../../kernel/clock.ts";
import type { Random } from "../../kernel/random.ts";
import { PATCHES } from "../../protocol/patch.ts";
import { tabStorage } from "../storage/tab-storage.ts";
import type { TextStorage } from "../storage/text-storage.ts";
import { takeEarlySocket } from "./early-socket.ts";
import type { SocketLike } from "./socket-like.ts";

/**
 * Everything the live connection needs from the browser, so that tests can run it on a virtual clock.
 * `clock` is monotonic but reads like the wall clock, so its instants can be stored and compared with the server's.
 */
export interface Platform {
  /** `hello` is what will be said first. */
  openSocket(url: string, hello: string): SocketLike;
  clock: Clock;
  timers: Timers;
  random: Random;
  page: Page;
  storage: TextStorage;
}

export interface Timers {
  /** Calls `run` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, run: () => void): () => void;
}

/** What a page knows about its own life. Browsers freeze pages and lose networks without telling the socket. */
export interface Page {
  online(): boolean;
  /** `resumed`: visible again, back from the page cache, or the network is back. Returns the unsubscriber. */
  watch(listener: (event: PageEvent) => void): () => void;
}

export type PageEvent = "resumed" | "offline";

/** The real one. It touches browser globals only when called, so a server render may build it. */
export function browserPlatform(): Platform {
  return {
    openSocket: (url, hello) => takeEarlySocket(url, hello) ?? (new WebSocket(url, PATCHES) as SocketLike),
    clock: { now: () => performance.timeOrigin + performance.now() },
    timers: {
      after(delayMs, run) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
    },
    random: Math.random,
    page: { online: () => navigator.onLine, watch: (listener) => watchPage(window, document, listener) },
    storage: tabStorage,
  };
}

type WatchedDocument = EventTarget & Pick<Document, "visibilityState">;

/** Translates browser events. `pageshow` counts only from the page cache: at a normal load nothing is to resume. */
export function watchPage(
  page: EventTarget,
  document: WatchedDocument,
  listener: (event: PageEvent) => void,
): () => void {
  const resumed = () => listener("resumed");
  const offline = () => listener("offline");
  const visible = () => {
    if (document.visibilityState === "visible") listener("resumed");
  };
  const shown = (event: Event) => {
    if ("persisted" in event && event.persisted) listener("resumed");
  };
  page.addEventListener("online", resumed);
  page.addEventListener("offline", offline);
  page.addEventListener("pageshow", shown);
  document.addEventListener("visibilitychange", visible);
  return () => {
    page.removeEventListener("online", resumed);
    page.removeEventListener("offline", offline);
    page.removeEventListener("pageshow", shown);
    document.removeEventListener("visibilitychange", visible);
  };
}
