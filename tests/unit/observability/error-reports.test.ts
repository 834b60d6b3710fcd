import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { createErrorReports } from "#lib/observability/error-reports.ts";
import { createLogger } from "#lib/observability/logger.ts";

test("[OPS9] an error that is logged is sent to Sentry; other lines are not", async () => {
  const received: string[] = [];
  const sentry = createServer(async (req, res) => {
    let body = "";
    for await (const chunk of req) body += chunk;
    received.push(body);
    res.end("{}");
  });
  await new Promise<void>((resolve) => sentry.listen(0, "127.0.0.1", resolve));
  const { port } = sentry.address() as AddressInfo;
  const reports = createErrorReports(`http://public@127.0.0.1:${port}/1`);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const logger = createLogger({ logLevel: "info" }, nowhere, reports.report);
  logger.warn({ err: new Error("only a warning") }, "Careful");
  logger.error({ err: new Error("the wheel came off") }, "Failed while driving");
  await reports.flush();
  sentry.close();
  expect(received).toHaveLength(1);
  expect(received[0]).toContain("the wheel came off");
});
