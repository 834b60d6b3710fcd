import { zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { type Api, api, type Json } from "#tests/support/api.ts";
import { type SharedServer, sharedServer } from "#tests/support/shared-server.ts";
import { expectProblem } from "../rest-session.ts";

let server: SharedServer;
let call: Api;
beforeAll(async () => {
  server = await sharedServer();
  call = api(server);
});

async function importFile(
  content: string | Uint8Array,
  query = "",
  token: string | null = server.ownerApiKey,
) {
  const response = await fetch(`${server.url}/api/v1/quizzes/import${query}`, {
    method: "POST",
    headers: { connection: "close", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: typeof content === "string" ? content : new Uint8Array(content),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Imported };
}

interface Imported extends Json {
  ids?: string[];
  quizzes: { title: string; quiz: { questions: Json[] }; rows: { row: number; status: string }[] }[];
}

const stored = async () => (await call.get<{ quizzes: Json[] }>("/quizzes")).body.quizzes;

const TABLE = [
  "Question,Option 1,Option 2,Correct,Time limit (s)",
  "Capital of Peru?,Lima,Cusco,1,20",
  "Capital of Mali?,Bamako,Gao,,20",
  "Capital of Fiji?,Suva,Nadi,A,900",
].join("\n");

describe("[IMP1] [IMP2] an import", () => {
  test("is looked at first, then stored in one go", async () => {
    const before = await stored();
    const look = await importFile(TABLE, "?dryRun=true&format=auto&filename=Capitals.csv");
    expect(look.status).toBe(200);
    expect(look.body).toMatchObject({ format: "csv", encoding: "utf-8", quizzes: [{ title: "Capitals" }] });
    expect(look.body.quizzes[0]?.rows.map(({ row, status }) => `${row} ${status}`)).toEqual([
      "2 ok",
      "3 refused",
      "4 changed",
    ]);
    expect(look.body.ids).toBeUndefined();
    expect(await stored()).toEqual(before);

    const done = await importFile(TABLE, "?filename=Capitals.csv");
    expect(done.body.ids).toHaveLength(1);
    expect(done.body.quizzes).toEqual(look.body.quizzes);
    const quiz = await call.get(`/quizzes/${done.body.ids?.[0]}`);
    expect(quiz.body).toMatchObject({ title: "Capitals", version: 1, problems: [], questions: [{}, {}] });
  });

  test("[IMP3] that holds nothing is refused, and nothing is stored", async () => {
    const before = await stored();
    expectProblem(await importFile("A letter."), 422, "unreadable_import");
    const none = await importFile("Question,Option 1,Option 2,Correct\nWhich?,a,b,");
    expectProblem(none, 422, "unreadable_import");
    expect(none.body.problems).toEqual([{ path: "row 2", message: "Say which option is right." }]);
    expectProblem(await importFile("x", "?format=docx"), 400, "bad_request");
    expect(await stored()).toEqual(before);
  });

  test("[IMP1] is refused by its size before any work, and without a host", async () => {
    expectProblem(await importFile(Buffer.alloc(20 * 1024 * 1024 + 1, 65)), 413, "payload_too_large");
    expectProblem(await importFile(TABLE, "", null), 401, "unauthenticated");
  });

  test("[IMP10] leaves out files of others, and keeps its host's", async () => {
    const media = { id: await call.storePicture(), alt: "A map" };
    const foreign = { id: media.id.replace(/^[0-9a-z]{20}/, "0".repeat(20)), alt: "Theirs" };
    const base = { kind: "truefalse", correct: true };
    const pin = { kind: "pin", prompt: "Where?", media: foreign, targets: [{ x: 0.5, y: 0.5 }] };
    const questions = [
      { ...base, prompt: "Mine", media },
      { ...base, prompt: "Theirs", media: foreign },
      pin,
    ];
    const { status, body } = await importFile(JSON.stringify({ title: "Maps", questions }));
    expect(status).toBe(200);
    expect(body.quizzes[0]?.rows.map(({ status }) => status)).toEqual(["ok", "changed", "refused"]);
    const quiz = (await call.get<{ questions: Json[] }>(`/quizzes/${body.ids?.[0]}`)).body;
    expect(quiz.questions).toMatchObject([{ prompt: "Mine", media }, { prompt: "Theirs" }]);
    expect(quiz.questions[1]).not.toHaveProperty("media");
  });

  test("[IMP6] of an archive that is none is refused by name, and the next one is read", async () => {
    const traversal = zipSync({ "../../x.xml": new Uint8Array(1) });
    const refused = await importFile(traversal);
    expectProblem(refused, 422, "unreadable_import");
    expect(refused.body.detail).toContain("path traversal");
    const gift = "$CATEGORY: A\n\nSky is blue. {T}\n\n$CATEGORY: B\n\nSum? {#4}";
    const { body } = await importFile(gift, "?filename=x.gift");
    expect(body).toMatchObject({ format: "gift", quizzes: [{ title: "A" }, { title: "B" }] });
    expect(body.ids).toHaveLength(2);
  });

  test("[IMP8] starts with a table to fill in", async () => {
    const template = await fetch(`${server.url}/api/v1/quizzes/import/template`);
    expect(template.headers.get("content-type")).toContain("text/csv");
    const { body } = await importFile(await template.text(), "?dryRun=true");
    expect(body.quizzes[0]?.rows.every(({ status }) => status === "ok")).toBe(true);
  });
});
