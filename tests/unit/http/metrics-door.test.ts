import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createMetricsServer, withMetrics } from "#lib/http/metrics-door.ts";
import { freePort } from "#tests/support/programs/ports.ts";

const METRICS = { text: async () => "quiz_players 7\n", contentType: "text/plain; version=0.0.4" };
const TOKEN = "a-token-of-the-monitoring";

const cleanUps: (() => unknown)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

async function publicPort(metricsToken: string | null): Promise<string> {
  const onRequest = withMetrics({ config: { metricsToken }, metrics: METRICS }, (_req, res) => {
    res.end("a page");
  });
  const server: Server = createServer((req, res) => void onRequest(req, res));
  cleanUps.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function asked(url: string, init: RequestInit = {}) {
  const reply = await fetch(url, init);
  return { status: reply.status, text: await reply.text() };
}

const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

test("[OPS3] the public port tells its metrics only for the token", async () => {
  const url = await publicPort(TOKEN);
  expect(await asked(`${url}/metrics`, bearer(TOKEN))).toEqual({ status: 200, text: "quiz_players 7\n" });
  expect(await asked(`${url}/metrics?x=1`, bearer(TOKEN))).toMatchObject({ status: 200 });
  for (const init of [
    {},
    bearer(`${TOKEN}s`),
    bearer(TOKEN.replace("a-", "b-")),
    bearer(""),
    { headers: { Authorization: TOKEN } },
    { method: "POST", ...bearer(TOKEN) },
  ])
    expect((await asked(`${url}/metrics`, init)).status).toBe(404);
  expect(await asked(`${url}/join`)).toEqual({ status: 200, text: "a page" });
});

test("[OPS3] without a token the public port has none, whatever is sent", async () => {
  const url = await publicPort(null);
  for (const init of [{}, bearer(""), bearer("null"), bearer("undefined-undefined")])
    expect((await asked(`${url}/metrics`, init)).status).toBe(404);
});

test("[OPS3] METRICS_PORT serves metrics alone", async () => {
  const metricsPort = await freePort();
  const server = createMetricsServer({ host: "127.0.0.1", metricsPort }, METRICS);
  cleanUps.push(() => server.close());
  await server.listen();
  const url = `http://127.0.0.1:${metricsPort}`;
  expect(await asked(`${url}/metrics`)).toEqual({ status: 200, text: "quiz_players 7\n" });
  expect((await asked(`${url}/`)).status).toBe(404);
  expect((await asked(`${url}/metrics`, { method: "POST" })).status).toBe(404);
});

test("[OPS3] a METRICS_PORT that is taken stops the start with a sentence", async () => {
  const metricsPort = await freePort();
  const first = createMetricsServer({ host: "127.0.0.1", metricsPort }, METRICS);
  const second = createMetricsServer({ host: "127.0.0.1", metricsPort }, METRICS);
  cleanUps.push(
    () => first.close(),
    () => second.close(),
  );
  await first.listen();
  await expect(second.listen()).rejects.toMatchObject({
    code: "bad_config",
    message: `METRICS_PORT ${metricsPort} cannot be listened on (EADDRINUSE). Choose another.`,
  });
});

test("[OPS3] nothing listens where no METRICS_PORT is set", async () => {
  const server = createMetricsServer({ host: "127.0.0.1", metricsPort: null }, METRICS);
  await server.listen();
  server.close();
});
