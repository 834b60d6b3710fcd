import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** As much of an OpenTelemetry collector as takes spans by OTLP/HTTP with JSON. */
export interface Collector {
  endpoint: string;
  spans: CollectedSpan[];
  /** Of the resource that the spans are of. */
  resource(): Record<string, unknown>;
  headers: IncomingHttpHeaders[];
  /** What it answers: "hang" holds every request open. */
  answers(how: number | "hang"): void;
  close(): void;
}

export interface CollectedSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startMs: number;
  endMs: number;
  attributes: Record<string, unknown>;
  links: { traceId: string; spanId: string }[];
  failed: boolean;
}

interface Attribute {
  key: string;
  value: Record<string, unknown>;
}

interface SentSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: Attribute[];
  links: { traceId: string; spanId: string }[];
  status: { code?: number };
}

interface Sent {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: { scope: { name: string }; spans: SentSpan[] }[];
  }[];
}

export async function startCollector(): Promise<Collector> {
  const spans: CollectedSpan[] = [];
  const headers: IncomingHttpHeaders[] = [];
  let resource: Record<string, unknown> = {};
  let how: number | "hang" = 200;
  const server = createServer(async (req, res) => {
    let body = "";
    for await (const chunk of req) body += chunk;
    headers.push(req.headers);
    if (how === "hang") return;
    const wrong = req.method !== "POST" || req.url !== "/v1/traces";
    const status = wrong ? 404 : req.headers["content-type"] === "application/json" ? how : 415;
    if (status === 200) {
      for (const each of (JSON.parse(body) as Sent).resourceSpans) {
        resource = valuesOf(each.resource.attributes);
        for (const scope of each.scopeSpans) spans.push(...scope.spans.map(collected));
      }
    }
    res.writeHead(status, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    headers,
    resource: () => resource,
    answers: (next) => {
      how = next;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Throws on what the protocol does not allow. */
function collected({
  attributes,
  startTimeUnixNano,
  endTimeUnixNano,
  status,
  ...span
}: SentSpan): CollectedSpan {
  const ids = [span.traceId, ...span.links.map(({ traceId }) => traceId)];
  if (!ids.every((id) => /^[\da-f]{32}$/.test(id))) throw new Error(`no trace id: ${ids}`);
  const spanIds = [
    span.spanId,
    ...span.links.map(({ spanId }) => spanId),
    ...[span.parentSpanId ?? []].flat(),
  ];
  if (!spanIds.every((id) => /^[\da-f]{16}$/.test(id))) throw new Error(`no span id: ${spanIds}`);
  return {
    ...span,
    startMs: Number(BigInt(startTimeUnixNano) / 1_000n) / 1_000,
    endMs: Number(BigInt(endTimeUnixNano) / 1_000n) / 1_000,
    attributes: valuesOf(attributes),
    failed: status.code === 2,
  };
}

function valuesOf(attributes: readonly Attribute[]): Record<string, unknown> {
  return Object.fromEntries(
    attributes.map(({ key, value: { stringValue, intValue, boolValue, doubleValue } }) => [
      key,
      stringValue ?? boolValue ?? doubleValue ?? Number(intValue),
    ]),
  );
}
