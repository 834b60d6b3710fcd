import { expect, test } from "vitest";
import { cuesOf } from "#components/sound/cues.ts";
import {
  BEATS_PER_BAR,
  fanfarePhrase,
  LOBBY_LENGTH,
  lobbyBar,
  type Note,
  revealPhrase,
  thinkBar,
} from "#components/sound/score.ts";
import type { View } from "#lib/session/reports/view.ts";

const inBar = (notes: Note[]) => notes.every(({ beat }) => beat >= 0 && beat < BEATS_PER_BAR);
const audible = (notes: Note[]) =>
  notes.every(
    ({ loudness, midi, beats }) => loudness > 0 && loudness <= 1 && midi >= 24 && midi <= 108 && beats > 0,
  );

test("[SHOW5] the music fills its bars, and goes round", () => {
  for (let bar = 0; bar < LOBBY_LENGTH; bar++) {
    expect(inBar(lobbyBar(bar)) && audible(lobbyBar(bar))).toBe(true);
    expect(lobbyBar(bar + LOBBY_LENGTH * 2)).toEqual(lobbyBar(bar));
  }
  expect(audible(revealPhrase()) && audible(fanfarePhrase())).toBe(true);
});

test("[SHOW5] thinking grows tenser: more notes, and in the end higher", () => {
  const bars = [0, 0.25, 0.5, 0.75].map((tension) => thinkBar(tension, 0));
  expect(bars.every((notes) => inBar(notes) && audible(notes))).toBe(true);
  const sizes = bars.map((notes) => notes.length);
  expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
  const bass = (notes: Note[]) => notes.find(({ voice }) => voice === "bass")?.midi ?? 0;
  expect(bass(thinkBar(1, 0))).toBe(bass(thinkBar(0, 0)) + 1);
});

test("[SHOW5] a question ticks in its last five seconds only while it is open, and its close is struck", () => {
  const view = (phase: object) => ({ phase, players: 3 }) as unknown as View;
  const open = cuesOf(
    view({ name: "question", index: 0, shownAtMs: 0, opensAtMs: 0, closesAtMs: 20_000 }),
    "open",
    [],
  );
  expect(open.music).toBe("think");
  expect(open.strokes.map(({ atMs }) => atMs)).toEqual([15_000, 16_000, 17_000, 18_000, 19_000]);
  expect(open.strokes.at(-1)?.sound).toBe("lastTick");
  const short = view({ name: "question", index: 0, shownAtMs: 0, opensAtMs: 17_500, closesAtMs: 20_000 });
  expect(cuesOf(short, "reading", []).strokes).toHaveLength(2);
  const reveal = view({ name: "reveal", index: 0, closedAtMs: 20_000, advancesAtMs: null, settled: true });
  expect(cuesOf(reveal, "closed", []).strokes.map(({ sound }) => sound)).toEqual(["gong", "reveal"]);
});

test("[SHOW1] drums last as long as the step takes, and the fanfare is the winner's", () => {
  const top = [1, 2, 3].map((rank) => ({ rank, playerId: `p${rank}`, name: `p${rank}`, score: 10 - rank }));
  const view = { phase: { name: "podium", sinceMs: 1_000 }, players: 3 } as unknown as View;
  const { strokes } = cuesOf(view, "closed", top);
  expect(strokes.map(({ sound }) => sound)).toEqual(["drumRoll", "drumRoll", "drumRoll", "fanfare"]);
  const last = strokes[2];
  expect((last?.atMs ?? 0) + (last?.durationMs ?? 0)).toBe(strokes[3]?.atMs);
  expect(cuesOf({ ...view, players: 0 }, "closed", []).strokes).toEqual([]);
});
