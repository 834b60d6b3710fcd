import { beforeAll, expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import { type Api, api, type Json } from "#tests/support/api.ts";
import { type SharedServer, sharedServer } from "#tests/support/shared-server.ts";
import { expectProblem, quiz } from "../rest-session.ts";

let server: SharedServer;
let call: Api;
/** A word that no other quiz has. */
let word: string;
let ids: string[];

type List = { quizzes: (Json & { id: string; title: string })[]; total: number; cursor: string | null };
const list = async (search = "") => (await call.get<List>(`/quizzes${search}`)).body;
const titles = async (search: string) => (await list(search)).quizzes.map(({ title }) => title);

beforeAll(async () => {
  server = await sharedServer();
  call = api(server);
  word = `w${newId()}`;
  ids = [];
  for (const title of ["Été", "Berge", "Café"])
    ids.push(await call.writeQuiz({ ...quiz, title, description: `${word} ${title}` }));
});

test("[LIB7] without parameters all quizzes come at once, last changed first", async () => {
  const { quizzes, total, cursor } = await list();
  expect(quizzes.slice(0, 3).map(({ id }) => id)).toEqual([...ids].reverse());
  expect(quizzes[0]).toMatchObject({ title: "Café", questions: 3, version: 1, problems: 0 });
  expect({ total, cursor }).toEqual({ total: quizzes.length, cursor: null });
});

test("[LIB1] [LIB4] a search comes in pages, sorted, with how many there are", async () => {
  const first = await list(`?query=${word}&sort=title&limit=2`);
  expect(first).toMatchObject({ total: 3, quizzes: [{ title: "Berge" }, { title: "Café" }] });
  const second = await list(`?query=${word}&sort=title&limit=2&cursor=${first.cursor}`);
  expect(second).toMatchObject({ total: 3, quizzes: [{ title: "Été" }], cursor: null });
  expect(await titles(`?query=${word}%20ete`)).toEqual(["Été"]);
  expect(await titles(`?query=${word}%20nothing`)).toEqual([]);
  for (const wrong of [
    "limit=0",
    "limit=201",
    "limit=x",
    "sort=size",
    "archived=1",
    `query=${"a".repeat(201)}`,
  ])
    expectProblem(await call.get(`/quizzes?${wrong}`), 400, "bad_request");
  for (const cursor of [
    "x",
    first.cursor,
    Buffer.from('{"sort":"changed","key":"1","id":"2"}').toString("base64url"),
  ])
    expectProblem(await call.get(`/quizzes?sort=changed&cursor=${cursor}`), 400, "bad_request");
});

test("[LIB5] a quiz is put into a folder, tagged and archived", async () => {
  const [ete, berge] = ids;
  const placed = await call.put(`/quizzes/${ete}/place`, {
    folder: " Saisons ",
    tags: ["Année 7", "annee 7", "été"],
  });
  expect(placed.body).toMatchObject({
    folder: "Saisons",
    tags: ["Année 7", "été"],
    archived: false,
    version: 1,
  });
  expect(await titles("?folder=Saisons")).toEqual(["Été"]);
  expect(await titles(`?tag=${encodeURIComponent("été")}`)).toEqual(["Été"]);
  expect(await titles(`?query=${word}%20annee`)).toEqual(["Été"]);
  await call.put(`/quizzes/${berge}/place`, { archived: true });
  expect(await titles(`?query=${word}&sort=title`)).toEqual(["Café", "Été"]);
  expect(await titles(`?query=${word}&archived=true`)).toEqual(["Berge"]);
  expect(await titles(`?query=${word}&archived=all&sort=title`)).toEqual(["Berge", "Café", "Été"]);
  expect(await titles(`?query=${word}&folder=`)).toEqual(["Café"]);
  expect((await list()).quizzes.map(({ id }) => id)).toContain(berge);
  expect((await call.get("/library")).body).toMatchObject({
    archived: 1,
    folders: [{ name: "Saisons", quizzes: 1 }],
    tags: [
      { name: "Année 7", quizzes: 1 },
      { name: "été", quizzes: 1 },
    ],
  });
  for (const wrong of [{ folder: "" }, { folder: "x".repeat(61) }, { tags: [""] }, { color: "red" }])
    expectProblem(await call.put(`/quizzes/${ete}/place`, wrong), 400, "bad_request");
  expectProblem(await call.put(`/quizzes/${newId()}/place`, {}), 404, "quiz_not_found");
});

test("[LIB6] a deleted quiz waits in the trash, can be restored, and goes for good when asked", async () => {
  const id = ids[2];
  expect((await call.del(`/quizzes/${id}`)).status).toBe(204);
  expectProblem(await call.get(`/quizzes/${id}`), 404, "quiz_not_found");
  expectProblem(await call.post("/sessions", { quizId: id }), 404, "quiz_not_found");
  const trashed = (await list("?trashed=true")).quizzes.find((quiz) => quiz.id === id);
  expect(trashed).toMatchObject({ trashedAtMs: expect.any(Number) });
  expect((await call.post(`/quizzes/${id}/restore`)).status).toBe(204);
  expectProblem(await call.post(`/quizzes/${id}/restore`), 404, "quiz_not_found");
  expect((await call.get(`/quizzes/${id}`)).body).toMatchObject({ title: "Café" });

  await call.del(`/quizzes/${id}`);
  expect((await call.del(`/quizzes/${id}?permanent=true`)).status).toBe(204);
  expectProblem(await call.post(`/quizzes/${id}/restore`), 404, "quiz_not_found");
  await call.del(`/quizzes/${ids[0]}`);
  expect((await call.del("/library/trash")).status).toBe(204);
  expect((await list("?trashed=true")).total).toBe(0);
});

test("[ED8] questions are found in all quizzes, page by page, and added to another one", async () => {
  type Found = { questions: { quizId: string; place: number; question: Json }[]; cursor: string | null };
  const find = async (search: string) => (await call.get<Found>(`/questions?${search}`)).body;
  const own = `q${newId()}`;
  const banks = [];
  for (const title of ["One", "Two", "Three"])
    banks.push(await call.writeQuiz({ ...quiz, title, description: own }));
  const { questions } = await find(`query=${own} spain`);
  expect(questions.map(({ quizId }) => quizId)).toEqual(banks.toReversed());
  expect((await find(`query=${own} spain&except=${banks[0]}`)).questions).toHaveLength(2);
  expect((await find(`query=${own} spain&kind=slide`)).questions).toEqual([]);
  expectProblem(await call.get("/questions?kind=riddle"), 400, "bad_request");
  expectProblem(await call.get("/questions?cursor=x"), 400, "bad_request");

  const path = `/quizzes/${await call.writeQuiz({ ...quiz, title: "Target" })}`;
  const taken = questions.map(({ question }) => question);
  const added = await call.post<Json & { questions: { id: string }[] }>(`${path}/questions`, {
    questions: taken,
  });
  expect(added.body).toMatchObject({ version: 2 });
  expect(new Set(added.body.questions.map(({ id }) => id)).size).toBe(quiz.questions.length + 3);
  const many = Array(198).fill({ kind: "truefalse", prompt: "", correct: true });
  expectProblem(await call.post(`${path}/questions`, { questions: many }), 422, "invalid_quiz");
  expectProblem(await call.post(`${path}/questions`, { questions: [] }), 422, "invalid_quiz");
  expectProblem(
    await call.post(`/quizzes/${newId()}/questions`, { questions: taken }),
    404,
    "quiz_not_found",
  );
});
