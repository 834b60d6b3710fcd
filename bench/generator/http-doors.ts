import { playerCookieName } from "#lib/auth/cookies.ts";
import { httpClient } from "./http-client.ts";
import type { Target } from "./protocol.ts";

export interface HttpAnswer {
  questionIndex: number;
  response: unknown;
  pressedAtMs: number;
}

/** The doors that are plain requests: REST, and the server action as a browser calls it. */
export interface HttpDoors {
  join(pin: string, name: string): Promise<{ playerId: string; token: string }>;
  /** Rejects with the refusal's code. */
  answer(
    door: "rest" | "action",
    who: { pin: string; sessionId: string; token: string },
    answer: HttpAnswer,
  ): Promise<{ score: number }>;
  close(): void;
}

export function httpDoors(target: Target, from: { localAddress: string; connections: number }): HttpDoors {
  const http = httpClient(target, from);
  const origin = `http://${target.host}:${target.port}`;

  return {
    async join(pin, name) {
      const { status, text } = await http.post(`/api/v1/pins/${pin}/players`, JSON.stringify({ name }));
      if (status >= 300) throw new Error(`join: ${status} ${codeIn(text)}`);
      return JSON.parse(text);
    },
    async answer(door, who, answer) {
      if (door === "rest") {
        const { questionIndex, response } = answer;
        const reply = await http.post(
          `/api/v1/pins/${who.pin}/answers`,
          JSON.stringify({ questionIndex, response }),
          { authorization: `Bearer ${who.token}` },
        );
        if (reply.status >= 300) throw new Error(codeIn(reply.text));
        return { score: JSON.parse(reply.text).score };
      }
      const { status, text } = await http.post(
        `/play?pin=${who.pin}`,
        JSON.stringify([{ sessionId: who.sessionId, ...answer }]),
        actionHeaders(target.actionId ?? "", origin, `${playerCookieName(who.sessionId)}=${who.token}`),
      );
      const ack = /"ack":\{[^}]*"score":(\d+)/.exec(text);
      if (status !== 200 || !ack) throw new Error(/"code":"(\w+)"/.exec(text)?.[1] ?? `status ${status}`);
      return { score: Number(ack[1]) };
    },
    close: http.close,
  };
}

/** What Next's own client sends with a server action. */
export function actionHeaders(actionId: string, origin: string, cookie: string): Record<string, string> {
  return {
    accept: "text/x-component",
    "content-type": "text/plain;charset=UTF-8",
    "next-action": actionId,
    origin,
    ...(cookie ? { cookie } : {}),
  };
}

function codeIn(text: string): string {
  return /"code":"(\w+)"/.exec(text)?.[1] ?? text.slice(0, 80);
}
