import type { IncomingMessage } from "node:http";

/**
 * As long as a body may be that Node takes in before anybody reads it: what fits its buffer (16 KiB, Node 20). Above it the
 * connection waits for a reader.
 */
export const SMALL_BODY_BYTES = 16 * 1024;
/** For so little, on any line. */
const ARRIVES_WITHIN_MS = 10_000;

/**
 * Resolves when the whole of a small body is here, still unread; false if it does not come. So nobody holds a place in front
 * of others by sending slowly. Node tells nobody of the end before somebody reads, but pushes it into the stream.
 */
export function arrivedBody(req: IncomingMessage): Promise<boolean> {
  if (req.complete || req.readableEnded) return Promise.resolve(true);
  return new Promise((resolve) => {
    const push = req.push.bind(req);
    const settle = (whole: boolean) => {
      clearTimeout(late);
      req.push = push;
      resolve(whole);
    };
    const late = setTimeout(() => settle(false), ARRIVES_WITHIN_MS);
    req.push = (chunk, encoding) => {
      const more = push(chunk, encoding);
      if (chunk === null) settle(true);
      return more;
    };
    req.once("close", () => settle(false));
  });
}
