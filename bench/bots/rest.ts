import { setTimeout as sleep } from "node:timers/promises";
import { type ClientProblem, createClient, type Outcome } from "#client/client.ts";
import { type Ack, answer, join } from "#client/operations.ts";

/** The few REST calls a player needs. */
export interface PlayerRest {
  join(name: string): Promise<Joined>;
  answer(token: string, body: { questionIndex: number; response: unknown }): Promise<Outcome<Ack>>;
}

export interface Joined {
  playerId: string;
  sessionId: string;
  token: string;
  name: string;
}

/** A sentence for the person who started the bots. */
export class BotTrouble extends Error {}

export function playerRest(url: string, pin: string): PlayerRest {
  const client = createClient({
    url,
    fetch: (...request) =>
      fetch(...request).catch((error: Error) => {
        throw new BotTrouble(`No server answers at ${url} (${String(error.cause ?? error)}).`);
      }),
  });
  const params = { pin };

  return {
    answer: (token, { questionIndex, response }) =>
      client.call(answer, { params, token, body: { questionIndex, response: response as AnswerResponse } }),
    async join(name) {
      for (let attempt = 1; ; attempt++) {
        // Somebody else may have the name: people add a number, and so do bots.
        const tried =
          attempt === 1 ? name : `${name.slice(0, 18)} ${attempt}${Math.floor(Math.random() * 90)}`;
        const joined = await client.call(join, { params, body: { name: tried } });
        if (joined.ok) {
          const { playerId, sessionId, token } = joined.value;
          return { playerId, sessionId, token, name: tried };
        }
        const { problem } = joined;
        if (!mayRetry(problem, joined.status) || attempt >= ATTEMPTS)
          throw new BotTrouble(`“${tried}” could not join ${pin}: ${problem.detail}`);
        if (problem.code !== "name_taken") await sleep(250 * attempt);
      }
    },
  };
}

type AnswerResponse = NonNullable<NonNullable<typeof answer.types>["input"]>["body"]["response"];

function mayRetry({ code }: ClientProblem, status: number): boolean {
  return code === "name_taken" || status === 503 || status === 429;
}

const ATTEMPTS = 8;
