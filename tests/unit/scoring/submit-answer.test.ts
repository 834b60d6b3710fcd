import { expect, test } from "vitest";
import { responseSchema } from "#lib/quiz/response.ts";
import { type AnswerWindow, createSubmitAnswer } from "#lib/scoring/submit-answer.ts";

const open = { isRemoved: () => false } as unknown as AnswerWindow;

test("[Q8] a response of no known shape is told all the shapes there are", async () => {
  const submitAnswer = createSubmitAnswer({
    windowOf: async () => open,
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
