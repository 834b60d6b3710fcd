"use client";

import { useEffect } from "react";
import { BoardList } from "#components/leaderboard/board-list.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Standing } from "#lib/client/live-board.ts";
import { confetti } from "./confetti.ts";
import { belowPodium, podiumPlaces } from "./podium-places.ts";
import { PodiumStep } from "./podium-step.tsx";
import { usePassed } from "./use-passed.ts";

type PodiumSceneProps = {
  title: string;
  top: readonly Standing[];
  players: number;
  sinceMs: number;
  serverNow: () => number;
};

/** For each step from the third to the first: when its drum roll begins, and when the name is known. */
const TIMES_MS = { 3: [700, 2_300], 2: [3_100, 4_900], 1: [5_900, 8_700] } as const;
const REST_MS = 10_600;

/**
 * Third, second, first, each after a drum roll that grows longer. All of it hangs on the server's clock, so a second screen
 * in the room keeps step, and one that is reloaded goes on where the others are.
 */
export function PodiumScene({ title, top, players, sinceMs, serverNow }: PodiumSceneProps) {
  const places = podiumPlaces(top, players);
  const rest = belowPodium(top, places);
  // Without a third step the show begins with the second.
  const skippedMs = TIMES_MS[places.at(-1)?.rank ?? 1][0] - TIMES_MS[3][0];
  const at = (ms: number) => sinceMs + ms - skippedMs;
  const passed = usePassed([...TIMES_MS[3], ...TIMES_MS[2], ...TIMES_MS[1], REST_MS].map(at), serverNow);
  const state = (rank: 1 | 2 | 3) => {
    const instants = (3 - rank) * 2;
    return passed > instants + 1 ? "known" : passed > instants ? "rolling" : "waiting";
  };
  const won = places.length > 0 && state(1) === "known";
  const all = passed > 6;
  useEffect(() => (won ? confetti() : undefined), [won]);

  if (places.length === 0) return <NoPodium title={title} />;
  return (
    <main className="relative grid h-full grid-rows-[auto_minmax(0,1fr)] gap-[calc(var(--u)*1)] overflow-hidden px-[calc(var(--u)*2.2)] pt-[calc(var(--u)*2.2)]">
      <h1 dir="auto" className="truncate text-center font-semibold text-[calc(var(--u)*2.2)] text-ink-muted">
        {title}
      </h1>
      <div
        className={classNames(
          "grid min-h-0 transition-[grid-template-columns] duration-1000 ease-out",
          all && rest.length > 0
            ? "grid-cols-[minmax(0,62fr)_minmax(0,38fr)]"
            : "grid-cols-[minmax(0,100fr)_minmax(0,0fr)]",
        )}
      >
        <ol
          reversed
          aria-label="Podium"
          className="flex min-h-0 items-stretch justify-center gap-[calc(var(--u)*1.2)]"
        >
          {([2, 1, 3] as const).map((rank) => {
            const place = places.find((each) => each.rank === rank);
            return place && <PodiumStep key={rank} place={place} state={state(rank)} />;
          })}
        </ol>
        <aside className="min-w-0 content-center overflow-hidden pb-[calc(var(--u)*2.2)]">
          {all && rest.length > 0 && (
            <div className="animate-rise pl-[calc(var(--u)*2)] [--row:calc(var(--u)*4)]">
              <BoardList standings={rest} size="stage" />
            </div>
          )}
        </aside>
      </div>
    </main>
  );
}

/** Nobody came, nobody scored, or there was nothing to score. */
function NoPodium({ title }: { title: string }) {
  return (
    <main className="grid h-full place-content-center justify-items-center gap-[calc(var(--u)*1.5)] p-[calc(var(--u)*4)] text-center">
      <h1 className="display text-[calc(var(--u)*7)]">That was it!</h1>
      <p dir="auto" className="text-[calc(var(--u)*2.6)] text-ink-muted">
        {title}
      </p>
    </main>
  );
}
