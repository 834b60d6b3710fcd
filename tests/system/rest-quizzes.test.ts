import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, api, type Json } from "#tests/support/api.ts";
import { png } from "#tests/support/pictures.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { expectProblem, OPEN, quiz } from "./rest-session.ts";

let server: TestServer;
let call: Api;
beforeAll(async () => {
  server = await startServer();
  call = api(server);
});
afterAll(() => server?.stop());

describe("[API1] quizzes", () => {
  test("a quiz is written, read, sent back, and deleted", async () => {
    const created = await call.post("/quizzes", quiz);
    expect(created.status).toBe(201);
    const path = `/quizzes/${created.body.id}`;
    expect((await call.get(path)).body).toEqual(created.body);
    expect((await call.get<{ quizzes: Json[] }>("/quizzes")).body.quizzes).toContainEqual(
      expect.objectContaining({ id: created.body.id, title: "Capitals", questions: 3 }),
    );
    const replaced = await call.put(path, { ...created.body, title: "Cities" });
    expect(replaced.body).toMatchObject({
      id: created.body.id,
      title: "Cities",
      createdAtMs: created.body.createdAtMs,
    });
    expect((await call.del(path)).status).toBe(204);
    expectProblem(await call.get(path), 404, "quiz_not_found");
    expectProblem(await call.del(path), 404, "quiz_not_found");
  });
});

describe("[API2] what does not fit is refused with its place", () => {
  test("an invalid quiz tells every problem", async () => {
    const bad = {
      title: "",
      questions: [{ kind: "single", prompt: "x", options: [{ text: "a" }] }],
      color: "red",
    };
    const reply = await call.post<{ problems: { path: string }[] } & Json>("/quizzes", bad);
    expectProblem(reply, 422, "invalid_quiz");
    expect(reply.body.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["title", "color", "questions[0].options"]),
    );
  });
});

describe("[MD6] pictures, sounds and films", () => {
  const upload = (bytes: Uint8Array, token: string | null = server.ownerApiKey) =>
    fetch(`${server.url}/api/v1/media`, {
      method: "POST",
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      body: new Uint8Array(bytes),
    });

  test("are stored by a host, shown in a question, and loaded by anybody", async () => {
    const picture = png(64, 48);
    const stored = await upload(picture);
    expect(stored.status).toBe(201);
    const { id, ...facts } = (await stored.json()) as { id: string };
    expect(facts).toEqual({
      type: "image",
      contentType: "image/png",
      width: 64,
      height: 48,
      url: `/api/v1/media/${id}`,
    });

    const loaded = await fetch(`${server.url}/api/v1/media/${id}`);
    expect(loaded.status).toBe(200);
    expect(loaded.headers.get("content-type")).toBe("image/png");
    expect(loaded.headers.get("cache-control")).toContain("immutable");
    expect(loaded.headers.get("x-content-type-options")).toBe("nosniff");
    expect(loaded.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(Buffer.from(await loaded.arrayBuffer()).equals(picture)).toBe(true);
    const part = await fetch(`${server.url}/api/v1/media/${id}`, { headers: { range: "bytes=0-7" } });
    expect([part.status, part.headers.get("content-range")]).toEqual([
      206,
      `bytes 0-7/${picture.byteLength}`,
    ]);

    const { sessionId } = await call.startSession(
      {
        title: "Pictures",
        questions: [
          {
            kind: "single",
            prompt: "What is this?",
            media: { id, alt: "A blue field" },
            options: [{ image: { id, alt: "The sky" }, correct: true }, { text: "The sea" }],
          },
        ],
      },
      OPEN,
    );
    await call.command(sessionId, "start");
    expect((await call.get(`/sessions/${sessionId}`)).body.question).toMatchObject({
      media: { id, type: "image", alt: "A blue field", width: 64, height: 48 },
      options: [{ text: "", image: { id, alt: "The sky", width: 64, height: 48 } }, { text: "The sea" }],
    });
  });

  test("are refused without a host, as anything else, and above their size", async () => {
    expect((await upload(png(2, 2), null)).status).toBe(401);
    const svg = await upload(Buffer.from("<svg onload='alert(1)'/>"));
    expect([svg.status, ((await svg.json()) as Json).code]).toEqual([415, "unsupported_media"]);
    const large = await upload(Buffer.concat([png(2, 2), Buffer.alloc(8 * 1024 * 1024)]));
    expect([large.status, ((await large.json()) as Json).code]).toEqual([413, "payload_too_large"]);
    expectProblem(await call.get("/media/0123456789abcdefghij-2x2.png", null), 404, "media_not_found");
    expectProblem(await call.get("/media/..%2F..%2Fetc", null), 404, "media_not_found");
    const reply = await call.post<{ problems: { path: string }[] } & Json>("/quizzes", {
      title: "No alt",
      questions: [
        {
          kind: "poll",
          prompt: "?",
          media: { id: "0123456789abcdefghij-2x2.png" },
          options: [{ text: "a" }, {}],
        },
      ],
    });
    expectProblem(reply, 422, "invalid_quiz");
    expect(reply.body.problems.map(({ path }) => path).sort()).toEqual([
      "questions[0].media.alt",
      "questions[0].options[1].text",
    ]);
  });

  test("[MD7] [TH5] a quiz or a look that names a file which is not among its host's is refused, with the place", async () => {
    const { id } = (await (await upload(png(8, 6))).json()) as { id: string };
    const foreign = "0123456789abcdefghij-2x2.png";
    const showing = (image: string) => ({
      title: "Whose picture?",
      questions: [
        {
          kind: "poll",
          prompt: "Which?",
          media: { id, alt: "Mine" },
          options: [{ text: "a" }, { image: { id: image, alt: "Not mine" } }],
        },
      ],
    });
    const refused = await call.post<{ problems: { path: string }[] } & Json>("/quizzes", showing(foreign));
    expectProblem(refused, 422, "invalid_quiz");
    expect(refused.body.problems.map(({ path }) => path)).toEqual(["questions[0].options[1].image.id"]);

    const stored = await call.post<{ id: string }>("/quizzes", showing(id));
    expect(stored.status).toBe(201);
    expectProblem(await call.put(`/quizzes/${stored.body.id}`, showing(foreign)), 422, "invalid_quiz");
    expect((await call.get(`/quizzes/${stored.body.id}`)).body).toMatchObject(showing(id));

    const start = (logo: string, background: string) =>
      call.post<{ pin: string; problems: { path: string }[] } & Json>("/sessions", {
        quizId: stored.body.id,
        settings: { room: { logo: { id: logo, alt: "Our mark" }, background: { id: background } } },
      });
    const elsewhere = await start(id, foreign);
    expectProblem(elsewhere, 404, "media_not_found");
    expect(elsewhere.body.problems.map(({ path }) => path)).toEqual(["settings.room.background.id"]);
    const opened = await start(id, id);
    expect(opened.status).toBe(201);
    expect((await call.view(opened.body.pin)).room).toEqual({
      theme: "theater",
      logo: { id, alt: "Our mark", ground: "light", width: 8, height: 6 },
      background: id,
    });
  });
});
