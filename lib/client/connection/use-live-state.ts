"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { Tally } from "../../protocol/server-messages.ts";
import type { Response } from "../../quiz/response.ts";
import type { You } from "../../session/players/you.ts";
import type { View } from "../../session/reports/view.ts";
import type { AnswerState } from "../answers/outbox.ts";
import type { LiveState } from "../view-store.ts";
import type { ConnectionStatus } from "./live-connection.ts";
import { useLive } from "./live-provider.tsx";
import type { PollingState } from "./poller.ts";
import type { Reaction } from "./session-client.ts";

/** Hooks that read one slice of what the page knows; a component renders again only when its slice changes. */

/** The room's public state; null until it came. `select` narrows it: return something of the view, not a new object. */
export function useView(): View | null;
export function useView<T>(select: (view: View | null) => T): T;
export function useView(select: (view: View | null) => unknown = (view) => view): unknown {
  return useSlice(({ view }) => select(view));
}

/** The player's own line. */
export function useYou(): You | null {
  return useSlice(({ you }) => you);
}

/** Staff: how answers to the running question spread. */
export function useTally(): Tally | null {
  return useSlice(({ tally }) => tally);
}

/** Staff: who is here. */
export function useRoster(): LiveState["roster"] {
  return useSlice(({ roster }) => roster);
}

/** The latest batch of reactions; a new `tick` is a new batch. */
export function useReactions(): LiveState["reactions"] {
  return useSlice(({ reactions }) => reactions);
}

/** Host: requests for a seat from another device. */
export function useSeatRequests(): LiveState["seatRequests"] {
  return useSlice(({ seatRequests }) => seatRequests);
}

/** Host: how the server is doing; null means nothing was said. */
export function useHealth(): LiveState["health"] {
  return useSlice(({ health }) => health);
}

/** Whether the whole state has come at least once, so that a page knows when to stop showing a skeleton. */
export function useWelcomeSeen(): boolean {
  return useSlice(({ welcomeSeen }) => welcomeSeen);
}

/** `polling` tells whether REST stands in for the socket, and whether that works. */
export function useConnection(): ConnectionStatus & { polling: PollingState } {
  const { connection, poller } = useLive();
  const current = useSyncExternalStore(connection.subscribe, connection.current, connection.current);
  const polling = useSyncExternalStore(poller.subscribe, poller.state, poller.state);
  return useMemo(() => ({ ...current, polling }), [current, polling]);
}

/** The answer to one question, and how to give it. `submit` is false if there is one already. */
export function useOutbox(questionIndex: number): AnswerState & { submit(response: Response): boolean } {
  const { outbox } = useLive();
  const read = () => outbox.answer(questionIndex);
  const answer = useSyncExternalStore(outbox.subscribe, read, read);
  const submit = useCallback(
    (response: Response) => outbox.submit(questionIndex, response),
    [outbox, questionIndex],
  );
  return { ...answer, submit };
}

/** `serverNow()` is for event handlers and animations; `synced` says whether it rests on a sample yet. */
export function useServerClock(): { serverNow(): number; synced: boolean } {
  const { clock } = useLive();
  const read = () => clock.estimate() !== null;
  const synced = useSyncExternalStore(clock.subscribe, read, read);
  return { serverNow: clock.serverNow, synced };
}

export function useReact(): (emoji: Reaction) => void {
  return useLive().react;
}

/** The part of the state that `select` returns: the same value until it changes. */
export function useSlice<T>(select: (state: LiveState) => T): T {
  const { store } = useLive();
  const read = () => select(store.state());
  return useSyncExternalStore(store.subscribe, read, read);
}
