import { expect, test } from "vitest";
import { createTokens } from "#lib/auth/tokens.ts";
import { newId } from "#lib/kernel/ids.ts";

const tokens = createTokens("a secret of some length");
const who = { sessionId: newId(), playerId: newId(), moves: 0 };

test("[SEC1] a token says who it is for, and only this server can make one", () => {
  expect(tokens.read(tokens.player(who))).toEqual({ kind: "player", ...who });
  expect(tokens.read(tokens.presenter(who))).toEqual({ kind: "presenter", sessionId: who.sessionId });
  expect(createTokens("another secret").read(tokens.player(who))).toBeNull();
  expect(tokens.player(who).length).toBeLessThanOrEqual(200);
});

test("[SEC1] identifiers are no credentials, and no letter of a token can be changed", () => {
  const token = tokens.player(who);
  const forged = [
    "",
    who.playerId,
    who.sessionId,
    `pl.${who.sessionId}.${who.playerId}.`,
    `${token}=`,
    `${token}.x`,
    "x".repeat(10_000),
  ];
  for (let i = 0; i < token.length; i++) {
    forged.push(`${token.slice(0, i)}${token[i] === "x" ? "y" : "x"}${token.slice(i + 1)}`);
  }
  for (const each of forged) expect(tokens.read(each), each).toBeNull();
});

test("[SEC1] a presenter's key never passes for a player's token", () => {
  const [, , mac] = tokens.presenter(who).split(".");
  expect(tokens.read(`pl.${who.sessionId}.${who.playerId}.${mac}`)).toBeNull();
  expect(tokens.read(`pl.${who.sessionId}..${mac}`)).toBeNull();
  const playerMac = tokens.player(who).split(".").at(-1);
  expect(tokens.read(`pr.${who.sessionId}.${playerMac}`)).toBeNull();
});

test("[SEAT3] the token of a seat that moved is another one, and none can be made of it", () => {
  const moved = tokens.player({ ...who, moves: 2 });
  expect(tokens.read(moved)).toEqual({ kind: "player", ...who, moves: 2 });
  const [kind, sessionId, playerId, moves, mac] = moved.split(".");
  expect(moves).toBe("2");
  for (const forged of [
    [kind, sessionId, playerId, "3", mac],
    [kind, sessionId, playerId, "02", mac],
    [kind, sessionId, playerId, mac],
    [kind, sessionId, playerId, "", tokens.player(who).split(".").at(-1)],
    [kind, sessionId, playerId, "0", tokens.player(who).split(".").at(-1)],
  ])
    expect(tokens.read(forged.join(".")), forged.join(".")).toBeNull();
});
