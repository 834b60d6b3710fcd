import { expect, test } from "vitest";
import { responseSchema } from "#lib/quiz/response.ts";
import { createSubmitAnswer } from "#lib/scoring/submit-answer.ts";

const live = { session: { phase: { name: "lobby" }, settings: {} }, removed: new Set(), roster: new Map() };

test("[Q8] a response of no known shape is told all the shapes there are", async () => {
  const submitAnswer = createSubmitAnswer({
    live: { open: async () => live as never, refresh: async () => null },
    intake: {} as never,
    answers: {} as never,
    delayMs: () => 0,
  });
  const refused = await submitAnswer({
    sessionId: "s1",
    playerId: "p1",
    questionIndex: 0,
    response: { guess: 7 },
    receivedAtMs: 0,
  });
  expect(refused).toMatchObject({ ok: false, error: { code: "invalid_response" } });
  const message = refused.ok ? "" : refused.error.message;
  for (const shape of responseSchema.options) {
    expect(message).toContain(`{${Object.keys(shape.shape).join(", ")}}`);
  }
  expect(message).toContain('{"guess":7}');
});
