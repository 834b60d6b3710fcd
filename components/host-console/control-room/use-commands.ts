"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useLive } from "#lib/client/connection/live-provider.tsx";
import { useView } from "#lib/client/connection/use-live-state.ts";
import { countdownAt, isOpened } from "#lib/client/time/countdown.ts";
import { useCountdown } from "#lib/client/time/use-countdown.ts";
import type { HostCommand } from "#lib/session/phases/command.ts";
import { questionIndexOf } from "#lib/session/phases/phase.ts";
import type { View } from "#lib/session/reports/view.ts";
import type { CommandAction } from "../host-actions.ts";

/**
 * The buttons of the remote control. A command about the phase carries the version it was decided on, so that a second
 * press, or a second host, cannot do it twice: the server refuses what is stale, and we look again. If only something
 * else had changed meanwhile, such as the lock, the press still means the same and is sent once more. On top of that,
 * a press soon after another one is taken for a double click, and a press right after the phase has moved is not taken
 * at all: it was meant for what the button said before, as when the time runs out under the host's thumb.
 */
const AFTER_PRESS_MS = 600;
const AFTER_MOVE_MS = 450;

export interface Commands {
  /** Resolves to whether it was done. */
  send(command: HostCommand): Promise<boolean>;
  pending: HostCommand["command"] | null;
  /** Why the last one was not done; until the next press. */
  problem: string | null;
}

const ABOUT_THE_STEP = new Set<HostCommand["command"]>([
  "start",
  "next",
  "open",
  "close",
  "resume",
  "pause",
  "skip",
  "finish",
]);

export function useCommands(sessionId: string, sendCommand: CommandAction): Commands {
  const { store, api, pin, clock } = useLive();
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState<Commands["pending"]>(null);
  const lastStepAtMs = useRef(Number.NEGATIVE_INFINITY);
  const movedAtMs = useRef(Number.NEGATIVE_INFINITY);
  const phase = useView((view) => view?.phase);
  const questionPlace = useView((view) => view && placeOf(view.phase));
  const opened = isOpened(useCountdown(phase));
  const place = questionPlace && `${questionPlace} ${opened}`;
  const placeBefore = useRef(place);

  useEffect(() => {
    if (placeBefore.current !== null && placeBefore.current !== place) movedAtMs.current = performance.now();
    placeBefore.current = place;
  }, [place]);

  const send = useCallback(
    async (command: HostCommand): Promise<boolean> => {
      const step = ABOUT_THE_STEP.has(command.command);
      const nowMs = performance.now();
      if (step && nowMs - lastStepAtMs.current < AFTER_PRESS_MS) return false;
      if (step && nowMs - movedAtMs.current < AFTER_MOVE_MS) return false;
      if (step) lastStepAtMs.current = nowMs;
      setPending(command.command);
      setProblem(null);
      try {
        const standsAt = (view: View) =>
          `${placeOf(view.phase)} ${isOpened(countdownAt(view.phase, clock.serverNow()))}`;
        const before = step ? store.state().view : null;
        const stood = before && standsAt(before);
        let done = await sendCommand(sessionId, command, before?.version);
        if (!done.ok && done.refusal.code === "stale_command") {
          const fresh = await api.view(pin() ?? "");
          if (fresh.ok) store.viewFetched(fresh.value);
          if (!fresh.ok || stood !== standsAt(fresh.value)) return false;
          done = await sendCommand(sessionId, command, fresh.value.version);
        }
        if (done.ok) store.viewFetched(done.view);
        // A refused `open` is no problem: the question has opened by itself meanwhile.
        else if (done.refusal.code !== "stale_command" && command.command !== "open")
          setProblem(done.refusal.message);
        return done.ok;
      } catch {
        setProblem("The server could not be reached. Check the connection and try again.");
        return false;
      } finally {
        setPending(null);
      }
    },
    [sessionId, sendCommand, store, api, pin, clock],
  );

  return { send, pending, problem };
}

function placeOf(phase: View["phase"]): string {
  return `${phase.name} ${questionIndexOf(phase)}`;
}
