/**
 * One reader of server-sent events (WHATWG HTML, section 9.2). What is sent is state: of each kind of event only the
 * latest waits for a slow reader, so what is held for it is bounded by the kinds there are.
 */
export interface EventStream {
  readonly response: Response;
  /** Whether the reader has taken nothing for so long that it is as good as gone. */
  stuckSinceMs(): number | null;
  send(event: ServerEvent): void;
  /** A comment, which proxies and readers take for a sign of life. */
  beat(): void;
  /** Sends what waits, and this, and ends. */
  end(event?: ServerEvent): void;
  /** Ends without another word. */
  cut(): void;
}

export interface ServerEvent {
  name: string;
  /** JSON, on one line. */
  data: string;
  /** The reader sends it back as Last-Event-ID when it reconnects. */
  id?: string;
}

const BEAT = ": still here\n\n";
/** Chunks that lie in the stream itself before anything waits. */
const HIGH_WATER = 4;

export function eventStream(
  { now, retryMs }: { now(): number; retryMs: number },
  onClose: () => void,
): EventStream {
  const waiting = new Map<string, string>();
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let fullSinceMs: number | null = null;
  let ending = false;

  function push(): void {
    if (!controller) return;
    for (const [name, text] of waiting) {
      if ((controller.desiredSize ?? 0) <= 0) {
        fullSinceMs ??= now();
        return;
      }
      waiting.delete(name);
      controller.enqueue(encoder.encode(text));
    }
    fullSinceMs = null;
    if (ending) close();
  }

  function close(): void {
    const open = controller;
    controller = null;
    if (!open) return;
    waiting.clear();
    onClose();
    try {
      open.close();
    } catch {
      // The reader went in this very moment.
    }
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(opened) {
        controller = opened;
        waiting.set("retry", `retry: ${retryMs}\n\n`);
        push();
      },
      pull: push,
      cancel() {
        controller = null;
        waiting.clear();
        onClose();
      },
    },
    { highWaterMark: HIGH_WATER },
  );

  return {
    response: new Response(body, { headers: EVENT_HEADERS }),
    stuckSinceMs: () => fullSinceMs,
    send({ name, data, id }) {
      waiting.set(name, `event: ${name}\n${id === undefined ? "" : `id: ${id}\n`}data: ${data}\n\n`);
      push();
    },
    beat() {
      waiting.set("beat", BEAT);
      push();
    },
    end(event) {
      if (event) this.send(event);
      ending = true;
      push();
    },
    cut: close,
  };
}

export const EVENT_HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store",
  // Proxies that gather replies would hold back what is meant for now.
  "x-accel-buffering": "no",
};
