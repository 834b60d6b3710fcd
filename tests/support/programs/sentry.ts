import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";

/** As much of Sentry as takes envelopes. https://develop.sentry.dev/sdk/foundations/envelopes/ */
export interface FakeSentry {
  dsn: string;
  /** The events that have arrived. */
  events: SentEvent[];
  /** All that has arrived, as text. */
  text(): string;
  /** What it answers: "hang" holds every request open. */
  answers(how: number | "hang"): void;
  close(): void;
}

export interface SentEvent {
  event_id: string;
  platform: string;
  release: string;
  transaction?: string;
  tags?: Record<string, string>;
  contexts?: { trace?: { trace_id: string } };
  debug_meta?: { images: { type: string; code_file: string; debug_id: string }[] };
  exception: {
    values: {
      type: string;
      value: string;
      stacktrace?: { frames: { filename: string; function: string; lineno: number; in_app?: boolean }[] };
    }[];
  };
}

export async function startSentry(): Promise<FakeSentry> {
  const events: SentEvent[] = [];
  const texts: string[] = [];
  let how: number | "hang" = 200;
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const text = (req.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString();
    texts.push(text);
    if (how === "hang") return;
    if (how === 200 && /^\/api\/1\/envelope\/\?.*sentry_key=public/.test(req.url ?? ""))
      events.push(...eventsOf(text));
    res.writeHead(how, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    dsn: `http://public@127.0.0.1:${(server.address() as AddressInfo).port}/1`,
    events,
    text: () => texts.join("\n"),
    answers: (next) => {
      how = next;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** An envelope is lines of JSON: its headers, and for each item its headers and what it holds. */
function eventsOf(envelope: string): SentEvent[] {
  const [, ...lines] = envelope.trim().split("\n");
  return lines.flatMap((line, i) =>
    i % 2 === 0 && JSON.parse(line).type === "event" ? [JSON.parse(lines[i + 1] as string) as SentEvent] : [],
  );
}
