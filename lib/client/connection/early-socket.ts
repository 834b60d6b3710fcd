import type { SocketLike } from "./socket-like.ts";

/**
 * A player's page knows from its address, and from what its tab keeps, what to say to the server. So a few lines in the page
 * itself (open-early-socket.ts) open the socket, say hello and keep what comes, while the scripts are still on their way; the
 * connection takes that socket over as its first. The state is there when the page can draw it, two round trips earlier.
 */
export interface EarlySocket {
  url: string;
  /** The hello as it was, or will be, sent. */
  hello: string;
  socket: WebSocket;
  helloAtMs?: number;
  heard: Heard[];
  /** Called with each message from now on. */
  hear?: (message: Heard) => void;
}

interface Heard {
  data: unknown;
  atMs: number;
}

/** The id of an answer that was sent before the scripts had come. */
export const EARLY_ANSWER = "early";

declare global {
  interface Window {
    ovationEarly?: EarlySocket;
  }
}

/** The page's early socket, once, and only for the very same words to the very same place. */
export function takeEarlySocket(url: string, hello: string): SocketLike | null {
  const early = window.ovationEarly;
  window.ovationEarly = undefined;
  if (!early) return null;
  const { socket } = early;
  const alive = socket.readyState === WebSocket.CONNECTING || socket.readyState === WebSocket.OPEN;
  if (early.url === url && early.hello === hello && alive) return takenOver(early);
  socket.onopen = null;
  socket.close(1000);
  return null;
}

/** Tells what has happened so far as if it happened now, but with the instants at which it did. */
function takenOver(early: EarlySocket): SocketLike {
  const { socket } = early;
  const sayHello = socket.onopen;
  let greeted = false;
  const taken: SocketLike = {
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
    send(data) {
      if (greeted) socket.send(data);
      greeted = true; // the first words were said already
    },
    close: (code, reason) => socket.close(code, reason),
  };
  const opened = () => {
    taken.helloAtMs = early.helloAtMs;
    taken.onopen?.();
  };
  socket.onclose = (event) => taken.onclose?.(event);
  // The caller that asked for the socket sets its handlers first.
  queueMicrotask(() => {
    if (early.helloAtMs !== undefined) opened();
    else {
      socket.onopen = (event) => {
        sayHello?.call(socket, event);
        opened();
      };
    }
    for (const message of early.heard) taken.onmessage?.(message);
    socket.onmessage = ({ data }) => taken.onmessage?.({ data });
  });
  return taken;
}
