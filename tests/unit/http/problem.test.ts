import { expect, test } from "vitest";
import { problemReply, refusalOfError } from "#lib/http/problem.ts";
import { REFUSALS } from "#lib/kernel/refusal.ts";
import type { Logger } from "#lib/observability/logger.ts";

test("[API8] every refusal is a problem with its status and code", () => {
  for (const [code, { status, text }] of Object.entries(REFUSALS)) {
    const reply = problemReply({ code: code as keyof typeof REFUSALS, message: "Just so." });
    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.body ?? "")).toEqual({
      type: `/docs#${code}`,
      title: text,
      status,
      detail: "Just so.",
      code,
    });
  }
});

test("[API8] of an error nobody foresaw nothing leaves but that it happened; it is logged", () => {
  const logged: unknown[] = [];
  const logger = { error: (fields: unknown) => logged.push(fields) } as unknown as Logger;
  const error = new Error("relation players at 10.0.0.1 does not exist");
  const refusal = refusalOfError(error, logger, "testing");
  expect(refusal).toEqual({ code: "internal", message: REFUSALS.internal.text });
  expect(logged).toEqual([{ err: error }]);
  const lost = Object.assign(new Error("write CONNECTION_CLOSED"), { code: "CONNECTION_CLOSED" });
  expect(refusalOfError(lost, logger, "testing").code).toBe("unavailable");
});
