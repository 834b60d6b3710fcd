import { beforeAll, describe, expect, test } from "vitest";
import { exportNames } from "#lib/interchange/export-names.ts";
import { type Api, api } from "#tests/support/api.ts";
import { ANY_PICTURE } from "#tests/support/pictures.ts";
import { type SharedServer, sharedServer } from "#tests/support/shared-server.ts";
import { expectProblem, quiz } from "../rest-session.ts";

let server: SharedServer;
let call: Api;
let path: string;
beforeAll(async () => {
  server = await sharedServer();
  call = api(server);
  path = `/quizzes/${await call.writeQuiz({ ...quiz, title: "Hauptstädte (首都) 'a'" })}/export`;
});

/** The file as it comes, byte by byte. */
async function file(format: string): Promise<{ response: Response; bytes: Buffer }> {
  const response = await fetch(`${server.url}/api/v1${path}?format=${format}`, {
    headers: { authorization: `Bearer ${server.ownerApiKey}` },
  });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

describe("[EXP5] a quiz is taken away as a file", () => {
  test.each(exportNames)("%s", async (format) => {
    const { response, bytes } = await file(format);
    expect(response.status).toBe(200);
    expect(bytes.byteLength).toBeGreaterThan(50);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const { lost } = (
      await call.get<{ lost: { question: number | null; what: string }[] }>(
        `${path}?format=${format}&lost=true`,
      )
    ).body;
    expect(lost.every(({ what }) => /\.$/.test(what))).toBe(true);
    expect(lost.some(({ question }) => question === 3)).toBe(["aiken", "kahoot"].includes(format));
  });

  test("[EXP4] its name reaches whoever reads RFC 5987, and whoever does not", async () => {
    const { response } = await file("json");
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="Hauptstadte-a.json"; filename*=UTF-8''Hauptst%C3%A4dte%20%28%E9%A6%96%E9%83%BD%29%20%27a%27.json`,
    );
  });

  test("Ovation's own JSON is the quiz, and can be sent back", async () => {
    const { bytes } = await file("json");
    const written = JSON.parse(bytes.toString());
    expect(written).toMatchObject({
      questions: [{ prompt: "=France?" }, { correct: true }, { accepted: ["Madrid"] }],
    });
    expect((await call.post("/quizzes", written)).status).toBe(201);
  });

  test("[EXP10] Ovation's own zip comes back with its picture, as a file of its own", async () => {
    const picture = { id: ANY_PICTURE, alt: "A map" };
    const id = await call.writeQuiz({ ...quiz, questions: [{ ...quiz.questions[1], media: picture }] });
    const headers = { authorization: `Bearer ${server.ownerApiKey}` };
    const archive = await fetch(`${server.url}/api/v1/quizzes/${id}/export?format=zip`, { headers });
    const imported = await fetch(`${server.url}/api/v1/quizzes/import`, {
      method: "POST",
      headers,
      body: await archive.arrayBuffer(),
    });
    const { ids, format } = (await imported.json()) as { ids: string[]; format: string };
    expect(format).toBe("zip");
    const { body } = await call.get<{ questions: { media: { id: string; alt: string } }[] }>(
      `/quizzes/${ids[0]}`,
    );
    const { media } = body.questions[0]!;
    expect(media.alt).toBe("A map");
    expect(media.id).toMatch(/-400x300\.\w+$/);
    expect((await fetch(`${server.url}/api/v1/media/${media.id}`)).status).toBe(200);
  });

  test("nobody else gets it, and an unknown format is refused", async () => {
    expectProblem(await call.get(`${path}?format=json`, null), 401, "unauthenticated");
    expectProblem(await call.get("/quizzes/00000000000000000000/export?format=json"), 404, "quiz_not_found");
    expectProblem(await call.get(`${path}?format=docx`), 400, "bad_request");
    expectProblem(await call.get(path), 400, "bad_request");
  });
});
