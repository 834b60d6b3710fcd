import { setTimeout as sleep } from "node:timers/promises";

/** The few REST calls a player needs. */
export interface PlayerRest {
  join(name: string): Promise<Joined>;
  answer(token: string, body: { questionIndex: number; response: unknown }): Promise<RestReply>;
}

export interface Joined {
  playerId: string;
  sessionId: string;
  token: string;
  name: string;
}

export interface RestReply {
  status: number;
  body: Record<string, unknown>;
}

/** A sentence for the person who started the bots. */
export class BotTrouble extends Error {}

export function playerRest(url: string, pin: string): PlayerRest {
  async function post(path: string, body: unknown, token?: string): Promise<RestReply> {
    const response = await fetch(`${url}/api/v1/pins/${pin}${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    }).catch((error: Error) => {
      throw new BotTrouble(`No server answers at ${url} (${String(error.cause ?? error)}).`);
    });
    const text = await response.text();
    try {
      return { status: response.status, body: JSON.parse(text) as Record<string, unknown> };
    } catch {
      return { status: response.status, body: { detail: text.slice(0, 200) } };
    }
  }

  return {
    answer: (token, body) => post("/answers", body, token),
    async join(name) {
      for (let attempt = 1; ; attempt++) {
        // Somebody else may have the name: people add a number, and so do bots.
        const tried =
          attempt === 1 ? name : `${name.slice(0, 18)} ${attempt}${Math.floor(Math.random() * 90)}`;
        const { status, body } = await post("/players", { name: tried });
        if (status < 300) {
          const { playerId, sessionId, token } = body as {
            playerId: string;
            sessionId: string;
            token: string;
          };
          return { playerId, sessionId, token, name: tried };
        }
        const retried = body.code === "name_taken" || status === 503 || status === 429;
        if (!retried || attempt >= ATTEMPTS) {
          throw new BotTrouble(
            `“${tried}” could not join ${pin}: ${String(body.detail ?? body.code ?? status)}`,
          );
        }
        if (body.code !== "name_taken") await sleep(250 * attempt);
      }
    },
  };
}

const ATTEMPTS = 8;
