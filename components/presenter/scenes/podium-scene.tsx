"use client";

import * as m from "motion/react-m";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo } from "react";
import { BoardList } from "#components/leaderboard/board-list.tsx";
import { Moving } from "#components/leaderboard/moving.tsx";
import { type PodiumRank, podiumShow } from "#components/leaderboard/podium-show.ts";
import { Written } from "#components/rich-text/written.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Standing } from "#lib/client/board/live-board.ts";
import { usePassed } from "../overlays/use-passed.ts";
import { StageLogo } from "../stage/stage-logo.tsx";
import { confetti } from "./confetti.ts";
import { PodiumStep } from "./podium-step.tsx";

type PodiumSceneProps = {
  title: string;
  top: readonly Standing[];
  /** How many players, or teams, there are. */
  of: number;
  sinceMs: number;
  serverNow: () => number;
  corner: ReactNode;
};

/**
 * Third, second, first, each after a drum roll that grows longer. All of it hangs on the server's clock, so phones and a
 * second screen in the room keep step, and one that is reloaded goes on where the others are.
 */
export function PodiumScene({ title, top, of, sinceMs, serverNow, corner }: PodiumSceneProps) {
  const t = useTranslations("screen.podium");
  const { places, rest, beats, restAtMs } = useMemo(() => podiumShow(top, of), [top, of]);
  const passed = usePassed(
    [...beats.flatMap((beat) => [beat.rollsAtMs, beat.knownAtMs]), restAtMs].map((ms) => sinceMs + ms),
    serverNow,
  );
  const state = (rank: PodiumRank) => {
    const beat = beats.findIndex((each) => each.rank === rank) * 2;
    return passed > beat + 1 ? "known" : passed > beat ? "rolling" : "waiting";
  };
  const won = beats.length > 0 && state(1) === "known";
  // The other places follow, and the steps make room for them.
  const aside = passed > beats.length * 2 && rest.length > 0;
  useEffect(() => (won ? confetti() : undefined), [won]);

  if (places.length === 0) return <NoPodium title={title} corner={corner} />;
  return (
    <main className="relative grid h-full grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] reads:h-auto reads:min-h-dvh gap-[calc(var(--u)*1)] overflow-hidden px-[calc(var(--u)*2.2)] pt-[calc(var(--u)*2.2)]">
      <header className="flex min-h-[calc(var(--u)*5.6)] items-center justify-between gap-[calc(var(--u)*3)]">
        <div className="flex min-w-0 items-center gap-[calc(var(--u)*1.6)]">
          <StageLogo units={5.2} />
          <Written
            as="h1"
            text={title}
            className="truncate font-semibold reads:whitespace-normal text-[calc(var(--u)*2.2)] text-ink-muted"
          />
        </div>
        {corner}
      </header>
      {/* The lamp looks for the winner. */}
      {!won && (
        <div
          aria-hidden="true"
          className="absolute inset-x-0 -top-[calc(var(--u)*8)] bottom-0 origin-top animate-search bg-[conic-gradient(from_166deg_at_50%_0%,transparent,color-mix(in_oklab,var(--accent)_36%,transparent)_14deg,transparent_28deg)] [mask-image:linear-gradient(to_bottom,black,transparent_96%)]"
        />
      )}
      <Moving>
        <div
          className={classNames(
            "grid min-h-0",
            aside && "grid-cols-[minmax(0,62fr)_minmax(0,38fr)] reads:grid-cols-1",
          )}
        >
          <ol
            reversed
            aria-label={t("title")}
            className="flex min-h-0 items-stretch justify-center gap-[calc(var(--u)*1.2)]"
          >
            {([2, 1, 3] as const).map((rank) => {
              const place = places.find((each) => each.rank === rank);
              return place && <PodiumStep key={rank} place={place} state={state(rank)} aside={aside} />;
            })}
          </ol>
          {aside && (
            <m.aside
              initial={{ opacity: 0, x: "12%" }}
              animate={{ opacity: 1, x: 0 }}
              transition={{ delay: 0.25, duration: 0.7, ease: [0.22, 1, 0.36, 1] }}
              className="min-w-0 content-center pb-[calc(var(--u)*2.2)] ps-[calc(var(--u)*2)] reads:ps-0 reads:pt-[calc(var(--u)*3)] [--row:calc(var(--u)*4.2+var(--spare)*0.03)]"
            >
              <BoardList standings={rest} size="stage" />
            </m.aside>
          )}
        </div>
      </Moving>
    </main>
  );
}

/** Nobody came, nobody scored, or there was nothing to score. */
function NoPodium({ title, corner }: { title: string; corner: ReactNode }) {
  const t = useTranslations("screen.podium");
  return (
    <main className="relative grid h-full reads:min-h-dvh place-content-center justify-items-center gap-[calc(var(--u)*1.5)] p-[calc(var(--u)*4)] text-center">
      <div className="absolute end-[calc(var(--u)*2.2)] top-[calc(var(--u)*2.2)] text-start">{corner}</div>
      <h1 className="display text-[calc(var(--u)*7)]">{t("over")}</h1>
      <Written as="p" text={title} inWords className="text-[calc(var(--u)*2.6)] text-ink-muted" />
    </main>
  );
}
