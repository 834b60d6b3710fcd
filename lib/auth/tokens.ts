import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/**
 * Tokens of players, presenter screens and devices. They verify themselves, so that ten thousand resumes need no database:
 * `kind.sessionId.playerId.signature`; after a seat went to another device, `kind.sessionId.playerId.moves.signature`, so
 * that the session can tell the old device's token from the new one's. Each kind signs with a key of its own, so that one never passes for another.
 * They end with their session; a removed player's token still reads, and the session refuses the player.
 */
export interface Tokens {
  player(who: { sessionId: string; playerId: string; moves: number }): string;
  presenter(who: { sessionId: string }): string;
  /** For a browser that has joined: proof for limits, and for nothing else. */
  device(deviceId: string): string;
  /** Null for anything that this server did not sign. */
  read(token: string): TokenContent | null;
}

export type TokenContent =
  | { kind: "player"; sessionId: string; playerId: string; moves: number }
  | { kind: "presenter"; sessionId: string }
  | { kind: "device"; deviceId: string };

const TOKEN_MAX = 200;

export function createTokens(authSecret: string): Tokens {
  const keys = {
    player: keyFor(authSecret, "player token"),
    presenter: keyFor(authSecret, "presenter token"),
    device: keyFor(authSecret, "device token"),
  };

  function signed(kind: keyof typeof keys, content: string): string {
    return `${content}.${signature(keys[kind], content).toString("base64url")}`;
  }

  function verified(kind: keyof typeof keys, content: string, given: string): boolean {
    const expected = signature(keys[kind], content);
    const actual = Buffer.from(given, "base64url");
    // The second comparison refuses other spellings of the same bytes, so that a token has exactly one form.
    return (
      actual.length === expected.length &&
      timingSafeEqual(actual, expected) &&
      given === expected.toString("base64url")
    );
  }

  return {
    player: ({ sessionId, playerId, moves }) =>
      signed("player", `pl.${sessionId}.${playerId}${moves === 0 ? "" : `.${moves}`}`),
    presenter: ({ sessionId }) => signed("presenter", `pr.${sessionId}`),
    device: (deviceId) => signed("device", `dv.${deviceId}`),
    read(token) {
      if (token.length > TOKEN_MAX) return null;
      const parts = token.split(".");
      const [kind, sessionId = "", playerId = "", mac = ""] = parts;
      if (kind === "pl" && (parts.length === 4 || parts.length === 5)) {
        const moves = parts.length === 4 ? 0 : Number(mac);
        return verified("player", parts.slice(0, -1).join("."), parts.at(-1) ?? "")
          ? { kind: "player", sessionId, playerId, moves }
          : null;
      }
      if (kind === "pr" && parts.length === 3) {
        return verified("presenter", `pr.${sessionId}`, playerId) ? { kind: "presenter", sessionId } : null;
      }
      if (kind === "dv" && parts.length === 3)
        return verified("device", `dv.${sessionId}`, playerId)
          ? { kind: "device", deviceId: sessionId }
          : null;
      return null;
    },
  };
}

function keyFor(authSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", authSecret, "ovation", purpose, 32));
}

function signature(key: Buffer, content: string): Buffer {
  return createHmac("sha256", key).update(content).digest();
}
