"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { View } from "#lib/session/reports/view.ts";
import type { Cues } from "./cues.ts";
import type { Orchestra } from "./orchestra.ts";
import { DEFAULT_CHOICE, keepChoice, readChoice, type SoundChoice, type Volumes } from "./volumes.ts";

export interface Sound {
  choice: SoundChoice;
  /** Switched on, but the browser waits for somebody to touch the page. */
  refused: boolean;
  turn(on: boolean): void;
  allow(): void;
  setVolumes(volumes: Volumes): void;
}

/** A stroke this late is left out: a page that slept does not rattle when it wakes. */
const LATE_MS = 400;

/** The sound of the big screen. Nothing of it is loaded before it is switched on. */
export function useSound(view: View | null, cues: Cues | null, serverNow: () => number): Sound {
  const [choice, setChoice] = useState(DEFAULT_CHOICE);
  const [orchestra, setOrchestra] = useState<Orchestra | null>(null);
  const [refused, setRefused] = useState(false);
  const volumes = useRef(choice.volumes);
  volumes.current = choice.volumes;

  const current = useRef(choice);

  // Only after hydration: the server knows no choice.
  useEffect(() => {
    current.current = readChoice();
    setChoice(current.current);
  }, []);
  const change = useCallback((part: Partial<SoundChoice>) => {
    const next = { ...current.current, ...part };
    current.current = next;
    setChoice(next);
    keepChoice(next);
  }, []);

  useEffect(() => {
    if (!choice.on) return;
    let gone = false;
    let made: Orchestra | null = null;
    void import("./orchestra.ts").then(async ({ createOrchestra }) => {
      if (gone) return;
      made = createOrchestra(volumes.current);
      const allowed = await made.resume();
      if (gone) return;
      setRefused(!allowed);
      setOrchestra(made);
    });
    return () => {
      gone = true;
      made?.close();
      setOrchestra(null);
      setRefused(false);
    };
  }, [choice.on]);
  useEffect(() => orchestra?.setVolumes(choice.volumes), [orchestra, choice.volumes]);

  const piece = cues?.music ?? null;
  const { opensAtMs = 0, closesAtMs = 1 } = view?.phase.name === "question" ? view.phase : {};
  useEffect(() => {
    if (!orchestra || refused || piece === null) return;
    const tension = () => Math.min(1, Math.max(0, (serverNow() - opensAtMs) / (closesAtMs - opensAtMs)));
    orchestra.music(piece === "think" ? { piece, tension } : { piece });
    return () => orchestra.music(null);
  }, [orchestra, refused, piece, opensAtMs, closesAtMs, serverNow]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the strokes are others
  useEffect(() => {
    if (!orchestra || refused || !cues) return;
    const timers = cues.strokes.flatMap(({ atMs, sound, durationMs = 0 }) => {
      const inMs = atMs - serverNow();
      if (inMs < -LATE_MS) return [];
      return [
        setTimeout(
          () => {
            if (sound === "drumRoll") orchestra.drumRoll(durationMs);
            else if (sound === "tick" || sound === "lastTick") orchestra.tick(sound === "lastTick");
            else orchestra[sound]();
          },
          Math.max(0, inMs),
        ),
      ];
    });
    return () => timers.forEach(clearTimeout);
  }, [orchestra, refused, cues?.key, serverNow]);

  const turn = useCallback((on: boolean) => change({ on }), [change]);
  const allow = useCallback(() => void orchestra?.resume().then((yes) => setRefused(!yes)), [orchestra]);
  const setVolumes = useCallback((volumes: Volumes) => change({ volumes }), [change]);
  return useMemo(
    () => ({ choice, refused, turn, allow, setVolumes }),
    [choice, refused, turn, allow, setVolumes],
  );
}
