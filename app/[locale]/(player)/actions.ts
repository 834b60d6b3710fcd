"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type TeamsToJoin, teamsToJoin } from "#components/player-pad/join/teams-to-join.ts";
import { type Asking, addressOf, pageOriginOf, playerOf } from "#lib/api/actor.ts";
import { parseBy } from "#lib/api/read-body.ts";
import { playerByPin, sessionByPin } from "#lib/api/sessions/session-access.ts";
import {
  cookieAttributes,
  DEVICE_COOKIE,
  DEVICE_COOKIE_SECONDS,
  PLAYER_COOKIE_SECONDS,
  playerCookieName,
} from "#lib/auth/cookies.ts";
import { isId, newId } from "#lib/kernel/ids.ts";
import { type Refusal, refuse } from "#lib/kernel/refusal.ts";
import { ok, type Result } from "#lib/kernel/result.ts";
import { type Ack, changeField, traceparentField } from "#lib/protocol/shapes.ts";
import { currentRuntime } from "#lib/runtime/current.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { takeAnswer } from "#lib/runtime/take-answer.ts";
import { takeJoin } from "#lib/runtime/take-join.ts";
import { avatarOrNone } from "#lib/session/players/avatar.ts";
import { holdsSeat } from "#lib/session/players/holds-seat.ts";
import { type ActionResult, guarded, refused } from "#lib/web/action-result.ts";
import { asking } from "#lib/web/asking.ts";
import { formField } from "#lib/web/form-field.ts";
import { sameNamedPlayer } from "#lib/web/same-named-player.ts";

/** What the join form shows again when the answer is no. */
export interface JoinState {
  refusal: Refusal | null;
  pin: string;
  name: string;
  /** The key of the join that was taken; the page goes on to the game. */
  joinedWith: string | null;
  teams?: TeamsToJoin | null;
}

/**
 * Joins. A plain form post is led to the game; a page that runs scripts goes there itself, since it also knows what to do
 * where the cookie is not kept (components/player-pad/use-seat.ts). `joinKey` lets a join be sent twice.
 */
export async function joinAction(_previous: JoinState, form: FormData): Promise<JoinState> {
  const runtime = currentRuntime();
  const [pin, name, givenKey, avatar, team] = [
    formField(form, "pin", 20),
    formField(form, "name", 2_000),
    formField(form, "joinKey", 100),
    formField(form, "avatar", 10),
    formField(form, "team", 400),
  ];
  // A short key could be somebody else's. With one of ours, the page can send this very join again.
  const joinKey = givenKey.length >= 16 ? givenKey : newId();
  let toJoin: TeamsToJoin | null = null;
  const outcome = await guarded(runtime, "joining", async () => {
    const request = await asking();
    const live = await sessionByPin(runtime, request, pin);
    if (!live.ok) return refused(live.error);
    const sessionId = live.value.session.id;
    const joined = await takeJoin(runtime, {
      sessionId,
      name,
      joinKey,
      avatar: avatarOrNone(avatar),
      team: team.trim(),
      address: addressOf(request.headers),
    });
    if (joined.ok) {
      const pageOrigin = pageOriginOf(runtime, request.headers);
      const attributes = cookieAttributes(pageOrigin, PLAYER_COOKIE_SECONDS);
      (await cookies()).set(playerCookieName(sessionId), joined.value.joined.token, attributes);
      await rememberDevice(runtime, pageOrigin);
    } else if (joined.error.code !== "name_taken" || !sameNamedPlayer(runtime, request, live.value, name)) {
      const { teams, settings } = live.value.session;
      toJoin = teamsToJoin({ teams, settings });
      return refused(joined.error);
    }
    return { ok: true as const, pin: live.value.session.pin };
  });
  if (!outcome.ok)
    return { refusal: outcome.refusal, pin, name: name.slice(0, 100), joinedWith: null, teams: toJoin };
  if (await calledByScript()) return { refusal: null, pin: outcome.pin, name, joinedWith: joinKey };
  redirect(`/play?pin=${outcome.pin}`);
}

/** Next's own mark on the calls of its scripts; a form that a browser posts by itself has none. */
async function calledByScript(): Promise<boolean> {
  return (await headers()).has("next-action");
}

const answerSchema = z.strictObject({
  sessionId: z.string().max(40).optional(),
  pin: z.string().max(20).optional(),
  questionIndex: z.int().min(0).max(10_000),
  response: z.unknown(),
  pressedAtMs: z.number().optional(),
  change: changeField,
  token: z.string().max(400).optional(),
  traceparent: traceparentField,
});

/**
 * Stores an answer of the player whose token comes along, else of the player this browser joined as. Every phone calls it
 * once a question, so it does nothing else.
 */
export async function submitAnswerAction(input: {
  sessionId?: string;
  pin?: string;
  questionIndex: number;
  response: unknown;
  pressedAtMs?: number;
  change?: number;
  /** A player's token, for browsers that keep no cookie. */
  token?: string;
  traceparent?: string;
}): Promise<ActionResult<{ ack: Ack }>> {
  const runtime = currentRuntime();
  const receivedAtMs = runtime.clock.now();
  return guarded(runtime, "taking an answer", async () => {
    const parsed = parseBy(answerSchema, input);
    if (!parsed.ok) return refused(parsed.error);
    const { sessionId, pin, token, traceparent, ...answer } = parsed.value;
    const player = await whoPlays(runtime, await asking(token), { sessionId, pin });
    if (!player.ok) return refused(player.error);
    const submission = { ...player.value, ...answer, receivedAtMs };
    const stored = await takeAnswer(runtime, submission, "action", traceparent);
    return stored.ok ? { ok: true, ack: stored.value } : refused(stored.error);
  });
}

type Player = { sessionId: string; playerId: string };

/** With the session's id, token or cookie tells who plays, and this node's copy whether it still does. */
async function whoPlays(
  runtime: Runtime,
  request: Asking,
  { sessionId, pin = "" }: { sessionId?: string | undefined; pin?: string | undefined },
): Promise<Result<Player, Refusal>> {
  if (sessionId !== undefined) {
    const player = playerOf(runtime, request, sessionId);
    if (!player.ok) return player;
    const live = await runtime.live.open(sessionId);
    const holds = live ? await holdsSeat(runtime.live, live, player.value) : refuse("session_not_found");
    return holds.ok ? ok({ sessionId, playerId: player.value.playerId }) : holds;
  }
  const player = await playerByPin(runtime, request, pin);
  return player.ok
    ? ok({ sessionId: player.value.live.session.id, playerId: player.value.playerId })
    : player;
}

/** This browser is no longer that player. What they earned stays. */
export async function leaveAction(sessionId: string): Promise<void> {
  if (isId(sessionId)) (await cookies()).delete(playerCookieName(sessionId));
  redirect("/");
}

/** From now on this browser's wrong PINs are its own, and not those of everybody at its address. */
async function rememberDevice({ tokens }: Runtime, pageOrigin: string): Promise<void> {
  const jar = await cookies();
  if (tokens.read(jar.get(DEVICE_COOKIE)?.value ?? "")?.kind === "device") return;
  jar.set(DEVICE_COOKIE, tokens.device(newId()), cookieAttributes(pageOrigin, DEVICE_COOKIE_SECONDS));
}
