import { describe, expect, test } from "vitest";
import { restDoor, sessionApi } from "#lib/client/session-api.ts";

function api(status: number, body: unknown, token?: string) {
  const calls: { url: string; init: RequestInit }[] = [];
  const made = sessionApi({
    baseUrl: "http://quiz",
    token,
    fetch: async (url, init) => {
      calls.push({ url: String(url), init: init ?? {} });
      return new Response(typeof body === "string" ? body : JSON.stringify(body), { status });
    },
  });
  return { made, calls };
}
const INPUT = { sessionId: "s1", pin: "123456", questionIndex: 0, response: { choice: 0 }, pressedAtMs: 7 };

describe("REST", () => {
  test("[CL25] asks as the cookie says, or with the token", async () => {
    const { made, calls } = api(200, { players: 1, standings: [] }, "secret");
    expect(await made.board("123456")).toEqual({ ok: true, value: { players: 1, top: [], cuts: [] } });
    expect(calls[0]?.url).toBe("http://quiz/api/v1/pins/123456/leaderboard?limit=10");
    expect(calls[0]?.init).toMatchObject({
      credentials: "same-origin",
      headers: { authorization: "Bearer secret" },
    });
  });

  test("[JN12] what a page asks in its player's name goes with the token", async () => {
    const { made, calls } = api(200, { questions: [], token: "pl.s.p.mac" }, "secret");
    await made.you("123456");
    await made.setExtraTime("123456", "2x");
    await made.ownAnswers("123456");
    expect(await made.join("123456", { name: "Ada", joinKey: "k" })).toMatchObject({
      ok: true,
      value: { token: "pl.s.p.mac" },
    });
    const said = calls.map(
      ({ url, init }) => `${init.method} ${url.replace("http://quiz/api/v1/pins/", "")}`,
    );
    expect(said).toEqual(["GET 123456/me", "PUT 123456/me", "GET 123456/me/answers", "POST 123456/players"]);
    for (const { init } of calls) expect(init.headers).toMatchObject({ authorization: "Bearer secret" });
  });

  test("[CL25] problem details are refusals", async () => {
    const { made } = api(409, { code: "question_closed", title: "Conflict", detail: "Time is up." });
    expect(await restDoor(made).send("1", INPUT)).toEqual({
      ok: false,
      refusal: { code: "question_closed", message: "Time is up." },
    });
  });

  test.each([
    [502, "<html>"],
    [404, { error: "not found" }],
    [401, { code: "unauthenticated", detail: "Sign in." }],
  ])("[CL25] %i with %j says nothing about the answer", async (status, body) => {
    await expect(restDoor(api(status, body).made).send("1", INPUT)).rejects.toThrow();
  });
});
