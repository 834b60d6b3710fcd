import type { Duplex } from "node:stream";

/** As long as an answer may take to leave, and the other side to hang up. */
const GONE_WITHIN_MS = 1_000;

/**
 * Answers a request for an upgrade with a no. Node hands such a socket over for good: it counts no more as a request, no
 * time limit of the server holds for it, and a client that keeps its half open would keep it, and the process, for ever.
 * So it is cut when the other side hangs up, or a moment later.
 */
export function refuseUpgrade(socket: Duplex, status: string, headers: readonly string[] = []): void {
  const cut = setTimeout(() => socket.destroy(), GONE_WITHIN_MS);
  socket.once("close", () => clearTimeout(cut));
  socket.once("end", () => socket.destroy());
  // Read and dropped: unread bytes would turn the close into a reset, and the reply would be lost.
  socket.resume();
  const lines = [`HTTP/1.1 ${status}`, ...headers, "Connection: close", "Content-Length: 0"];
  socket.end(`${lines.join("\r\n")}\r\n\r\n`);
}
