import { expect } from "vitest";
import type { Api, Json } from "#tests/support/api.ts";
import { eventually } from "#tests/support/waiting.ts";

/** Every question stays open until it is closed, and opens at once. */
export const OPEN = { readingMs: 0 };
const timeLimitMs = 600_000;
export const quiz = {
  title: "Capitals",
  questions: [
    {
      kind: "single",
      prompt: "=France?",
      options: [{ text: "Paris", correct: true }, { text: "Lyon" }],
      timeLimitMs,
    },
    { kind: "truefalse", prompt: "Rome is in Italy.", correct: true, timeLimitMs },
    { kind: "text", prompt: "Spain?", accepted: ["Madrid"], timeLimitMs },
  ],
};

/** A session whose first question is open. */
export async function openQuestion(call: Api, settings: Json = {}, names = ["Ada"]) {
  const session = await call.startSession(quiz, { ...OPEN, ...settings });
  const players = [];
  for (const name of names) players.push(await call.join(session.pin, name));
  await call.command(session.sessionId, "start");
  if (!("readingMs" in settings)) await skipCountdown(call, session.sessionId);
  await questionOpens(call, session.pin);
  return { ...session, players, ada: players[0]! };
}

/** Skips the 3-2-1. Where the clock was faster, the question is open, and this is refused. */
export async function skipCountdown(call: Api, sessionId: string) {
  await call.post(`/sessions/${sessionId}/commands`, { command: "open" });
}

export async function questionOpens(call: Api, pin: string) {
  await eventually(async () => {
    const { phase, serverNowMs } = (await call.view(pin)) as { phase: Json; serverNowMs: number };
    if (phase.name !== "question" || serverNowMs < Number(phase.opensAtMs)) throw new Error("not open yet");
  });
}

/** All have answered, so the question closes by itself: until that is done and counted. */
export async function questionCounted(call: Api, pin: string) {
  await eventually(async () =>
    expect(await call.view(pin)).toMatchObject({ phase: { name: "reveal", settled: true } }),
  );
}

export function expectProblem(
  reply: { status: number; body: Json; headers: Headers },
  status: number,
  code: string,
) {
  expect(reply.body).toMatchObject({ status, code, type: `/docs#${code}` });
  expect(reply.status).toBe(status);
  expect(reply.headers.get("content-type")).toBe("application/problem+json");
  expect(String(reply.body.detail)).toMatch(/^\S.*[.…?!]$|:/);
}
