"use client";

import { useEffect, useState } from "react";
import { useRoom } from "#components/room/use-room.ts";
import { bearer } from "#lib/client/bearer.ts";
import { forgetToken, keptToken } from "#lib/client/storage/kept-seat.ts";
import { PIN_LENGTH } from "#lib/kernel/pin.ts";
import type { RoomView } from "#lib/look/room-theme.ts";
import { hasMarkup } from "#lib/rich-text/has-markup.ts";
import type { JoinRefusal } from "./join-refusal.ts";
import { continueCard } from "./later-continue-card.ts";
import { forgetPlayed, hasPlayed } from "./played-before.ts";
import { type TeamsToJoin, teamsToJoin } from "./teams-to-join.ts";

interface Known {
  name: string;
  avatar?: string;
}

export interface PinCheck {
  /** The quiz that runs under the PIN. */
  title: string | null;
  refusal: JoinRefusal | null;
  /** The player this browser already is in that session. */
  knownAs: Known | null;
  /** How that session looks. */
  room: RoomView | null;
  /** Where players choose their team. */
  teams: TeamsToJoin | null;
}

const NOTHING: PinCheck = { title: null, refusal: null, knownAs: null, room: null, teams: null };

/** Asks the server about a whole PIN before anything is sent. A network that fails says nothing: joining will tell. */
export function usePinCheck(pin: string): PinCheck {
  const [checked, setChecked] = useState({ pin: "", result: NOTHING });

  useEffect(() => {
    if (pin.length !== PIN_LENGTH) return;
    const stop = new AbortController();
    check(pin, stop.signal).then(
      (result) => stop.signal.aborted || setChecked({ pin, result }),
      () => {},
    );
    return () => stop.abort();
  }, [pin]);

  const result = checked.pin === pin ? checked.result : NOTHING;
  useRoom(pin, result.room);
  return result;
}

async function check(pin: string, signal: AbortSignal): Promise<PinCheck> {
  const token = keptToken(pin);
  const played = token !== undefined || hasPlayed(pin);
  const [view, you] = await Promise.all([
    ask<{ title: string; phase: { name: string }; room: RoomView } & Parameters<typeof teamsToJoin>[0]>(
      pin,
      signal,
    ),
    played ? ask<Known>(`${pin}/me`, signal, token) : null,
    played ? continueCard.fetch() : null,
  ]);
  if (you && !you.ok && you.final) {
    forgetPlayed(pin);
    forgetToken(pin);
  }
  if (!view.ok) return { ...NOTHING, refusal: view.final ? view.refusal : null };
  const title = await titleWords(view.value.title);
  if (view.value.phase.name === "ended") return { ...NOTHING, title, refusal: ENDED };
  const { room } = view.value;
  return { title, refusal: null, knownAs: you?.ok ? you.value : null, room, teams: teamsToJoin(view.value) };
}

/** Few titles have marks, so only those load what reads them. */
async function titleWords(title: string): Promise<string> {
  if (!hasMarkup(title)) return title;
  const { withoutMarks } = await import("#components/rich-text/without-marks.ts");
  return withoutMarks(title);
}

const ENDED: JoinRefusal = { code: "session_ended" };

type Reply<T> = { ok: true; value: T } | { ok: false; refusal: JoinRefusal; final: boolean };

async function ask<T>(path: string, signal: AbortSignal, token?: string): Promise<Reply<T>> {
  const response = await fetch(`/api/v1/pins/${path}`, {
    signal,
    cache: "no-store",
    credentials: "same-origin",
    headers: bearer(token),
  });
  const body = await response.json();
  if (response.ok) return { ok: true, value: body };
  const refusal = { code: String(body.code) };
  // A busy or restarting server is no reason to call a PIN wrong.
  return { ok: false, refusal, final: response.status < 500 && response.status !== 429 };
}
