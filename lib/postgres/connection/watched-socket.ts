import { Socket } from "node:net";

/** Where the driver would connect, as it parsed the URL; several hosts are tried in turn. `path` is a Unix socket's. */
interface Address {
  host: string[];
  port: number[];
  path?: string | false | undefined;
  ssl?: unknown;
}

/**
 * Makes the driver's sockets, and destroys one from which nothing has come for `silenceMs`. The driver closes idle
 * connections well before that, so such a socket waits for an answer that takes too long: a server that hangs or a
 * machine that vanished closes nothing, and the kernel gives up only after a quarter of an hour. Until then each such
 * connection would be lost to the pool, with every query that waits on it. A Unix socket leads to this machine, where the kernel
 * notices the end of a server by itself.
 */
export function watchedSockets(silenceMs: number): (address: Address) => Socket {
  let made = 0;
  return ({ host, port, path, ssl }) => {
    const socket = new DriverSocket();
    if (path) return socket.connect(path);
    const at = made++ % host.length;
    // The driver reads these two for TLS and for its messages.
    Object.assign(socket, { host: host[at], port: port[at] });
    socket.setNoDelay(true);
    socket.connect(port[at]!, host[at]!);
    // Not under TLS: the driver does not survive that its socket is destroyed below the encryption (tried, 3.4.9).
    if (!ssl) watch(socket, silenceMs);
    return socket;
  };
}

/**
 * Tells of an error only as it closes, in one go. Node tells of the error first and closes some turns later; a statement
 * that the driver (postgres 3.4.9) is given in between, by a retry, would wait for ever.
 */
class DriverSocket extends Socket {
  #error: Error | undefined;

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event === "error") {
      this.#error = args[0] as Error;
      return true;
    }
    if (event === "close" && this.#error) super.emit("error", this.#error);
    return super.emit(event as string, ...args);
  }
}

function watch(socket: Socket, silenceMs: number): void {
  let read = 0;
  let readAtMs = performance.now();
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer);
    else if (socket.bytesRead !== read) {
      read = socket.bytesRead;
      readAtMs = performance.now();
    } else if (performance.now() - readAtMs >= silenceMs) socket.destroy(silent(silenceMs));
  }, silenceMs / 10);
  timer.unref();
}

function silent(silenceMs: number): Error {
  const error = new Error(`The database has not answered for ${silenceMs / 1000} seconds.`);
  return Object.assign(error, { code: "ETIMEDOUT" });
}
