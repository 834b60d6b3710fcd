import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import { type Api, api, type Json } from "#tests/support/api.ts";
import { png } from "#tests/support/pictures.ts";
import { type SharedServer, sharedServer } from "#tests/support/shared-server.ts";
import { expectProblem, OPEN, quiz } from "../rest-session.ts";

let server: SharedServer;
let call: Api;
beforeAll(async () => {
  server = await sharedServer();
  call = api(server);
});

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

describe("saving with a version", () => {
  test("[DR3] a save on an older version is refused and changes nothing; without one the last wins", async () => {
    const { body: created } = await call.post<Json & { id: string }>("/quizzes", quiz);
    const path = `/quizzes/${created.id}`;
    expect(created).toMatchObject({ version: 1, problems: [] });
    const mine = await call.put(path, { ...quiz, title: "Mine", expectedVersion: 1 });
    expect(mine.body).toMatchObject({ title: "Mine", version: 2 });
    expectProblem(await call.put(path, { ...quiz, title: "Theirs", expectedVersion: 1 }), 409, "stale_quiz");
    expect((await call.get(path)).body).toEqual(mine.body);
    // What was read may be sent back: its version is no condition.
    expect((await call.put(path, { ...created, title: "Again" })).body).toMatchObject({
      title: "Again",
      version: 3,
    });
    expectProblem(await call.put(path, { ...quiz, expectedVersion: "1" }), 422, "invalid_quiz");
    await call.del(path);
    expectProblem(await call.put(path, { ...quiz, expectedVersion: 3 }), 404, "quiz_not_found");
  });

  test("[DR4] questions keep their ids, also when they are sent without", async () => {
    type Stored = Json & { id: string; questions: { id: string; prompt: string }[] };
    const { body: created } = await call.post<Stored>("/quizzes", quiz);
    const ids = created.questions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(quiz.questions.length);
    const turned = await call.put<Stored>(`/quizzes/${created.id}`, {
      ...quiz,
      questions: quiz.questions.toReversed(),
    });
    expect(turned.body.questions.map(({ id }) => id)).toEqual(ids.toReversed());
  });
});

describe("unfinished quizzes", () => {
  const options = [
    { text: "Lima", correct: true },
    { text: "", correct: false },
  ];
  const unfinished = { title: "Half a quiz ", questions: [{ kind: "single", prompt: "", options }] };
  type Stored = Json & { problems: { path: string }[] };

  test("[DR1] [DR2] are stored as they stand, read, listed, and refused only by a session", async () => {
    const id = newId();
    const path = `/quizzes/${id}`;
    const saved = await call.put<Stored>(`${path}/draft`, { ...unfinished, expectedVersion: 0 });
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject({ id, ...unfinished, version: 1 });
    expect(saved.body.problems.map((problem) => problem.path)).toEqual([
      "questions[0].prompt",
      "questions[0].options[1].text",
    ]);
    expect((await call.get(path)).body).toEqual(saved.body);
    expect((await call.get<{ quizzes: Json[] }>("/quizzes")).body.quizzes).toContainEqual(
      expect.objectContaining({ id, title: "Half a quiz ", problems: 2, version: 1 }),
    );
    const start = await call.post<Stored>("/sessions", { quizId: id });
    expectProblem(start, 422, "invalid_quiz");
    expect(start.body.problems).toEqual(saved.body.problems);
    expectProblem(await call.put(path, unfinished), 422, "invalid_quiz");

    const finished = await call.put<Stored>(`${path}/draft`, { ...quiz, expectedVersion: 1 });
    expect(finished.body).toMatchObject({ version: 2, problems: [] });
    expect((await call.post("/sessions", { quizId: id })).status).toBe(201);
  });

  test("[DR3] made twice are one quiz; a save on an older version is refused", async () => {
    const path = `/quizzes/${newId()}/draft`;
    expect((await call.put(path, { ...unfinished, expectedVersion: 0 })).status).toBe(200);
    expectProblem(await call.put(path, { ...unfinished, expectedVersion: 0 }), 409, "stale_quiz");
    expect((await call.put(path, { ...unfinished, expectedVersion: 1 })).body).toMatchObject({ version: 2 });
    expectProblem(await call.put(path, { ...unfinished, expectedVersion: 1 }), 409, "stale_quiz");
    expectProblem(await call.put(`/quizzes/${newId()}/draft`, unfinished), 404, "quiz_not_found");
    expectProblem(
      await call.put("/quizzes/mine/draft", { ...unfinished, expectedVersion: 0 }),
      400,
      "bad_request",
    );
  });

  test("[DR2] [MD7] one that shows a file of somebody else is kept, and not started", async () => {
    const id = newId();
    const media = { id: "0123456789abcdefghij-2x2.png", alt: "Not mine" };
    const [first, ...rest] = quiz.questions;
    const showing = { ...quiz, questions: [{ ...first, media }, ...rest] };
    const saved = await call.put<Stored>(`/quizzes/${id}/draft`, { ...showing, expectedVersion: 0 });
    expect(saved.body.problems.map(({ path }) => path)).toEqual(["questions[0].media.id"]);
    const start = await call.post<Stored>("/sessions", { quizId: id });
    expectProblem(start, 422, "invalid_quiz");
    expect(start.body.problems.map(({ path }) => path)).toEqual(["questions[0].media.id"]);
  });

  test("[DR1] what can never be part of a quiz is refused with its place", async () => {
    const reply = await call.put<Stored>(`/quizzes/${newId()}/draft`, {
      title: 7,
      questions: [{ kind: "riddle" }],
      expectedVersion: 0,
    });
    expectProblem(reply, 422, "invalid_quiz");
    expect(reply.body.problems.map(({ path }) => path)).toEqual(["title", "questions[0].kind"]);
    expectProblem(await call.put(`/quizzes/${newId()}/draft`, unfinished, null), 401, "unauthenticated");
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
    const bytes = Buffer.from(await loaded.arrayBuffer());
    expect(bytes.subarray(0, 24).equals(picture.subarray(0, 24))).toBe(true);
    const part = await fetch(`${server.url}/api/v1/media/${id}`, { headers: { range: "bytes=0-7" } });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 0-7/${bytes.byteLength}`]);

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

  test("[MD10] [MD12] are stored bare, and come as narrow as a screen asks", async () => {
    const photo = await sharp(png(800, 600, (x, y) => [x % 256, y % 256, (x * y) % 256]))
      .withExif({ IFD0: { Artist: "Ada of Lund" } })
      .jpeg()
      .toBuffer();
    const { id } = (await (await upload(photo)).json()) as { id: string };
    const url = `${server.url}/api/v1/media/${id}`;
    const whole = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(whole.includes("Ada of Lund")).toBe(false);
    const narrow = await fetch(`${url}?width=480`);
    expect([narrow.status, narrow.headers.get("content-type")]).toEqual([200, "image/webp"]);
    expect(narrow.headers.get("cache-control")).toContain("immutable");
    expect(narrow.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await sharp(await narrow.arrayBuffer()).metadata()).toMatchObject({ width: 480, height: 360 });
    const etag = narrow.headers.get("etag") ?? "";
    expect((await fetch(`${url}?width=480`, { headers: { "if-none-match": etag } })).status).toBe(304);
    expectProblem(await call.get(`/media/${id}?width=481`, null), 400, "bad_request");
    const heic = await upload(Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"));
    expect([heic.status, ((await heic.json()) as Json).detail]).toEqual([415, expect.stringMatching(/HEIC/)]);
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

describe("earlier versions", () => {
  type Versions = { versions: { version: number; title: string; savedBy: string | null }[] };

  test("[ED6] what a quiz was is listed, read and restored, and restoring is a version of its own", async () => {
    const { body: created } = await call.post<Json & { id: string }>("/quizzes", quiz);
    const path = `/quizzes/${created.id}`;
    await call.put(path, { ...quiz, title: "Cities" });
    const { versions } = (await call.get<Versions>(`${path}/versions`)).body;
    expect(versions.map(({ version, title }) => [version, title])).toEqual([
      [2, "Cities"],
      [1, "Capitals"],
    ]);
    expect(versions[0]?.savedBy).toEqual(expect.any(String));
    expect((await call.get(`${path}/versions/1`)).body).toMatchObject({
      version: 1,
      quiz: { title: "Capitals", questions: created.questions },
    });
    const restored = await call.post(`${path}/versions/1/restore`);
    expect(restored.body).toMatchObject({ title: "Capitals", version: 3, questions: created.questions });
    expect((await call.get(path)).body).toEqual(restored.body);
    expect((await call.get<Versions>(`${path}/versions`)).body.versions).toHaveLength(3);

    expectProblem(await call.post(`${path}/versions/2/restore?expectedVersion=1`), 409, "stale_quiz");
    expectProblem(await call.post(`${path}/versions/9/restore`), 404, "version_not_found");
    for (const odd of ["0", "-1", "1.5", "x", "99999999999"])
      expectProblem(await call.get(`${path}/versions/${odd}`), 404, "version_not_found");
    expectProblem(await call.get(`/quizzes/${newId()}/versions`), 404, "quiz_not_found");
    await call.del(path);
    expectProblem(await call.post(`${path}/versions/1/restore`), 404, "quiz_not_found");
  });
});
