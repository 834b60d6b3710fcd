import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createOriginMismatches } from "#lib/auth/origin-mismatch.ts";
import { ORIGIN_HEADER } from "#lib/auth/own-origin.ts";
import { withOwnPages } from "#lib/http/own-pages.ts";
import { createLogger } from "#lib/observability/logger.ts";

const rules = { publicUrl: "https://quiz.example.com", trustedProxies: 0 };
type Runtime = Parameters<typeof withOwnPages>[0];

async function served() {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger(
    { logLevel: "warn" },
    { write: (line: string) => lines.push(JSON.parse(line)) },
  );
  const originMismatches = createOriginMismatches(rules, { publicUrl: rules.publicUrl, logger });
  const runtime = { config: rules, logger, originMismatches } as unknown as Runtime;
  const server = createServer(
    withOwnPages(runtime, (req, res) => {
      res.end(`done for ${req.headers[ORIGIN_HEADER]}`);
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    lines,
    post: (path: string, headers: Record<string, string>) =>
      fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", headers }),
    get: (path: string, headers: Record<string, string> = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, { headers }),
  };
}

test("[PX3] what a page elsewhere asks is not done; it is told why, and the log once for each such page", async () => {
  const { post, get, lines } = await served();
  const own = await post("/join", { origin: rules.publicUrl });
  expect(await own.text()).toBe("done for https://quiz.example.com");
  const elsewhere = { origin: "https://other.example" };
  const action = await post("/join", { ...elsewhere, "next-action": "00" });
  expect(action.status).toBe(403);
  expect(action.headers.get("content-type")).toBe("application/problem+json");
  expect(await action.json()).toMatchObject({
    code: "bad_origin",
    detail: expect.stringContaining("set PUBLIC_URL=https://other.example"),
    answersAt: rules.publicUrl,
    openedAt: "https://other.example",
  });
  const form = await post("/join", { origin: 'https://<b>"', accept: "text/html" });
  expect([form.status, await form.text()]).toEqual([403, expect.not.stringContaining("<b>")]);
  for (let i = 0; i < 20; i++) await post("/join", { origin: `https://stranger-${i % 10}.example` });
  expect(lines).toHaveLength(5);
  expect(lines[0]).toMatchObject({
    "log.level": "warn",
    labels: { answersAt: rules.publicUrl, openedAt: "https://other.example" },
  });
  // Reading is nobody's business, and calls of the API decide by their credentials.
  expect((await get("/join", elsewhere)).status).toBe(200);
  expect((await post("/api/v1/quizzes", elsewhere)).status).toBe(200);
});

test("[PX3] an Origin that no browser writes is refused alike, and no news", async () => {
  const { post, lines } = await served();
  for (const origin of ["%%", "nowhere", "https://", "https://a.example/path", 'https://a.example" x'])
    expect((await post("/join", { origin })).status, origin).toBe(403);
  expect(lines).toEqual([]);
  // Browsers write this one where a page keeps back its address.
  const hidden = await post("/join", { origin: "null", "next-action": "00" });
  expect(hidden.status).toBe(403);
  expect(await hidden.json()).toMatchObject({
    detail: expect.stringContaining("without naming its address"),
  });
  expect(lines).toMatchObject([
    { labels: { openedAt: "null" }, message: expect.not.stringContaining("opened at null") },
  ]);
});

test("[PX3] a page on which something failed hears whether its address was the reason", async () => {
  const { post } = await served();
  expect((await post("/own-page", { origin: rules.publicUrl })).status).toBe(204);
  expect((await post("/own-page", { origin: "https://other.example" })).status).toBe(403);
});

test("[PX1] a live socket that lost its upgrade on the way is told of once", async () => {
  const { get, lines } = await served();
  for (let i = 0; i < 3; i++) expect((await get("/ws")).status).toBe(426);
  expect(lines).toHaveLength(1);
  expect(String(lines[0]?.message)).toContain("proxy");
});
