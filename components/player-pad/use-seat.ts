"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { backoffMs } from "#lib/client/connection/backoff.ts";
import { type FinalReason, finalReasonOfRefusal } from "#lib/client/connection/final-reason.ts";
import { sessionApi } from "#lib/client/session-api.ts";
import {
  forgetJoin,
  forgetToken,
  keepToken,
  keptJoin,
  keptToken,
  type MadeJoin,
} from "#lib/client/storage/kept-seat.ts";
import { forgetPlayed, rememberPlayed } from "./join/played-before.ts";

export interface KeptSeat {
  /** By what this tab plays where its cookie is not kept. */
  token: string | undefined;
  /** Why the seat is gone, where there is no use in joining again without a word. */
  refusal: FinalReason | null;
  /** The server does not know this page as a player of the session. */
  onNotJoined(): void;
  /** The player is in. */
  onSeated(): void;
}

/**
 * How a page finds its player: by the token the tab has, else by the cookie, else by the join that this tab made a moment
 * ago and whose cookie the browser did not keep. Without any of them the form comes first.
 */
export function useSeat(pin: string): KeptSeat {
  const [token, setToken] = useState(() => keptToken(pin));
  const [refusal, setRefusal] = useState<FinalReason | null>(null);
  const asking = useRef<AbortController>(null);

  useEffect(() => () => asking.current?.abort(), []);

  const onNotJoined = useCallback(() => {
    const join = keptJoin(pin);
    if (token) {
      forgetToken(pin);
      setToken(undefined);
    } else if (join) {
      asking.current?.abort();
      const call = new AbortController();
      asking.current = call;
      void joinAgain(pin, join, call.signal, setRefusal).then((joined) => {
        if (call.signal.aborted) return;
        forgetJoin(pin);
        if (joined === null) return;
        keepToken(pin, joined);
        setToken(joined);
        setRefusal(null);
      });
    } else {
      forgetPlayed(pin);
      window.location.replace(`/join?pin=${pin}`);
    }
  }, [pin, token]);

  const onSeated = useCallback(() => {
    rememberPlayed(pin);
    forgetJoin(pin);
  }, [pin]);

  return { token, refusal, onNotJoined, onSeated };
}

/** The server could not say: asked again. */
const LATER = /^(overloaded|unavailable|draining|internal|too_many_requests|http_\d+)$/;
const SELDOM_MS = 15_000;

/** The player's token; null where there is none to be had. Who was taken out may be let back in, and is asked for on. */
async function joinAgain(
  pin: string,
  join: MadeJoin,
  signal: AbortSignal,
  refused: (reason: FinalReason) => void,
): Promise<string | null> {
  const api = sessionApi({ fetch: (...call) => fetch(...call), baseUrl: "" });
  for (let asked = 1; !signal.aborted; asked++) {
    const reply = await api.join(pin, join).catch(() => null);
    if (reply?.ok) return reply.value.token;
    if (reply && !signal.aborted && !LATER.test(reply.error.code)) {
      const reason = finalReasonOfRefusal(reply.error.code) ?? "not_joined";
      refused(reason);
      if (reason !== "removed") return null;
    }
    await new Promise((resolve) => setTimeout(resolve, backoffMs(asked, Math.random, SELDOM_MS)));
  }
  return null;
}
