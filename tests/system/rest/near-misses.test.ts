import { beforeAll, expect, test } from "vitest";
import { type Api, api, type Json } from "#tests/support/api.ts";
import { type SharedServer, sharedServer } from "#tests/support/shared-server.ts";
import { expectProblem, OPEN, questionCounted, questionOpens } from "../rest-session.ts";

let server: SharedServer;
let call: Api;
beforeAll(async () => {
  server = await sharedServer();
  call = api(server);
});

const island = {
  kind: "text",
  prompt: "Reykjavik is its capital.",
  accepted: ["Iceland"],
  typoTolerance: true,
  notAccepted: ["Ireland"],
  timeLimitMs: 600_000,
};

test("[Q12] [Q25] [Q26] an opposite is wrong, a near miss is told, and accepted from the next time on", async () => {
  const { id: quizId } = (
    await call.post<{ id: string }>("/quizzes", { title: "Islands", questions: [island] })
  ).body;
  const play = async (answers: Record<string, string>) => {
    const opened = await call.post("/sessions", { quizId, settings: OPEN });
    const { id, pin } = opened.body as Record<string, string>;
    const players = new Map<string, string>();
    for (const name of Object.keys(answers))
      players.set(name, String((await call.post(`/pins/${pin}/players`, { name }, null)).body.token));
    await call.command(String(id), "start");
    await questionOpens(call, String(pin));
    const verdicts: Json = {};
    for (const [name, text] of Object.entries(answers))
      verdicts[name] = (await call.answer(String(pin), players.get(name)!, 0, { text })).body.correct;
    await questionCounted(call, String(pin));
    return { id: String(id), verdicts };
  };

  const first = await play({
    Ada: "Icland",
    Ben: "Ireland",
    Cid: "Iceland Island",
    Dot: "iceland, island!",
    Eve: "Oslo",
  });
  expect(first.verdicts).toEqual({ Ada: true, Ben: false, Cid: false, Dot: false, Eve: false });
  const misses = `/sessions/${first.id}/near-misses?question=0`;
  expect((await call.get(misses)).body).toEqual({
    questionIndex: 0,
    nearMisses: [{ text: "Iceland Island", count: 2, accepted: false }],
  });

  const accept = (body: unknown) => call.post(`/sessions/${first.id}/accepted-answers`, body);
  expect((await accept({ questionIndex: 0, text: "Iceland Island" })).status).toBe(204);
  expect((await call.get(misses)).body).toMatchObject({ nearMisses: [{ accepted: true }] });
  const stored = await call.get(`/quizzes/${quizId}`);
  expect(stored.body).toMatchObject({
    version: 2,
    problems: [],
    questions: [{ accepted: ["Iceland", "Iceland Island"] }],
  });
  const results = await call.get<{ questions: Json[] }>(`/sessions/${first.id}/results`);
  expect(results.body.questions[0]).toMatchObject({ answered: 5, correct: 1 });

  const second = await play({ Cid: "iceland island" });
  expect(second.verdicts).toEqual({ Cid: true });

  expectProblem(await accept({ questionIndex: 0, text: "x".repeat(500) }), 400, "bad_request");
  expectProblem(await accept({ questionIndex: 0, text: "x".repeat(200) }), 400, "bad_request");
  expectProblem(await accept({ questionIndex: 3, text: "Iceland" }), 409, "command_not_possible");
  expectProblem(await call.get(`/sessions/${first.id}/near-misses?question=x`), 400, "bad_request");
  await call.del(`/quizzes/${quizId}`);
  expectProblem(await accept({ questionIndex: 0, text: "Island" }), 404, "quiz_not_found");
});
