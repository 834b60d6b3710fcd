"use client";

import { useCallback, useEffect, useState } from "react";
import { keepJoin, type MadeJoin } from "#lib/client/storage/kept-seat.ts";
import type { ActionResult } from "#lib/web/action-result.ts";

/** The request of a phone that takes over the seat of a player. */
export interface SeatActions {
  ask(pin: string, body: { name: string; key: string }): Promise<ActionResult<SeatAnswer>>;
  take(pin: string, body: { code: string; key: string }): Promise<ActionResult<{ name: string }>>;
}

/** The state of a request for a seat. Once given, this browser is the player. */
export type SeatAnswer =
  | { state: "given" }
  | { state: "waiting" | "declined" | "lapsed"; number: number; untilMs: number; hostHere: boolean };

/** The state of a request for a seat, as this phone knows it. */
export type SeatState = { unreachable: boolean } & (
  | { state: "asking" | "declined" | "lapsed" }
  | { state: "waiting"; number: number; hostHere: boolean }
  | { state: "refused"; code: string }
);

const ASK_EVERY_MS = 2_000;

/** Asks for the seat and goes on asking until the host has spoken; then goes to the game. */
export function useSeatRequest(
  pin: string,
  name: string,
  send: SeatActions["ask"],
): { request: SeatState; askAgain(): void } {
  const [key, setKey] = useState(newSecret);
  const [request, setRequest] = useState<SeatState>({ state: "asking", unreachable: false });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    async function ask() {
      let next: SeatState | null = null;
      try {
        next = await askOnce(send, pin, { name, key });
      } catch {
        if (!gone) setRequest((before) => ({ ...before, unreachable: true }));
      }
      if (gone) return;
      if (next) setRequest(next);
      if (next === null || next.state === "waiting" || next.state === "asking")
        timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    }
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [send, pin, name, key]);

  const askAgain = useCallback(() => {
    setRequest({ state: "asking", unreachable: false });
    setKey(newSecret());
  }, []);
  return { request, askAgain };
}

async function askOnce(
  send: SeatActions["ask"],
  pin: string,
  { name, key }: { name: string; key: string },
): Promise<SeatState> {
  const answer = await send(pin, { name, key });
  if (!answer.ok) return { state: "refused", code: answer.refusal.code, unreachable: false };
  if (answer.state === "given") {
    goToGame(pin, { name, joinKey: key });
    return { state: "asking", unreachable: false };
  }
  const { state, number, hostHere } = answer;
  return state === "waiting"
    ? { state, number, hostHere, unreachable: false }
    : { state, unreachable: false };
}

/** Takes a seat by the host's code. The same key each time, so that a lost reply is no lost seat. */
export function useSeatCode(pin: string, send: SeatActions["take"]) {
  const [key] = useState(newSecret);
  const [taking, setTaking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function take(code: string) {
    setTaking(true);
    setProblem(null);
    try {
      const taken = await send(pin, { code, key });
      if (taken.ok) return goToGame(pin, { name: taken.name, joinKey: key });
      setProblem(taken.refusal.code);
    } catch {
      setProblem("unavailable");
    }
    setTaking(false);
  }
  return { taking, problem, take: (code: string) => void take(code) };
}

/**
 * A new page, so that it opens its socket as the player this browser is now. The key that took the seat is its join key from
 * now on, so where no cookie is kept the page finds its player by that.
 */
function goToGame(pin: string, join: MadeJoin): void {
  keepJoin(pin, join);
  location.assign(`/play?pin=${pin}`);
}

function newSecret(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
