import { podiumShow } from "#components/leaderboard/podium-show.ts";
import type { Standing } from "#lib/client/board/live-board.ts";
import type { Countdown } from "#lib/client/time/countdown.ts";
import type { View } from "#lib/session/reports/view.ts";

/** The sounds of a phase: a piece in the background, and strokes at instants of the server's clock. */
export interface Cues {
  /** Changes whenever the strokes are others. */
  key: string;
  music: "lobby" | "think" | null;
  strokes: readonly Stroke[];
}

export interface Stroke {
  atMs: number;
  sound: "tick" | "lastTick" | "gong" | "reveal" | "drumRoll" | "fanfare";
  durationMs?: number;
}

const TICKS = 5;
const REVEAL_AFTER_GONG_MS = 900;

/** @param of how many stand on the board of which `top` is the head */
export function cuesOf(
  view: View,
  stage: Countdown["stage"],
  top: readonly Standing[],
  of = view.players,
): Cues {
  const { phase } = view;
  switch (phase.name) {
    case "lobby":
      return { key: "lobby", music: "lobby", strokes: [] };
    case "question": {
      const ticks = Array.from({ length: TICKS }, (_, n): Stroke => {
        const left = TICKS - n;
        return { atMs: phase.closesAtMs - left * 1_000, sound: left === 1 ? "lastTick" : "tick" };
      });
      const strokes = ticks.filter(({ atMs }) => atMs >= phase.opensAtMs);
      return {
        key: `question ${phase.index} ${phase.closesAtMs}`,
        music: stage === "open" ? "think" : null,
        strokes,
      };
    }
    case "reveal":
      return {
        key: `reveal ${phase.index}`,
        music: null,
        strokes: [
          { atMs: phase.closedAtMs, sound: "gong" },
          { atMs: phase.closedAtMs + REVEAL_AFTER_GONG_MS, sound: "reveal" },
        ],
      };
    case "podium": {
      const { beats, wonAtMs } = podiumShow(top, of);
      const rolls = beats.map(
        ({ rollsAtMs, knownAtMs }): Stroke => ({
          atMs: phase.sinceMs + rollsAtMs,
          sound: "drumRoll",
          durationMs: knownAtMs - rollsAtMs,
        }),
      );
      const won: Stroke[] = beats.length > 0 ? [{ atMs: phase.sinceMs + wonAtMs, sound: "fanfare" }] : [];
      return { key: `podium ${beats.length}`, music: null, strokes: [...rolls, ...won] };
    }
    case "standings":
    case "slide":
    case "paused":
    case "ended":
      return { key: phase.name, music: null, strokes: [] };
    default:
      phase satisfies never;
      return { key: "", music: null, strokes: [] };
  }
}
