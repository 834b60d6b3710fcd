"use client";

import { useEffect } from "react";
import { AnimatedNumber } from "#components/ui/animated-number.tsx";
import { wantsStillness } from "#components/ui/page/stillness.ts";
import { Avatar } from "#components/ui/player/avatar.tsx";
import type { LiveBoard } from "#lib/client/board/live-board.ts";
import type { You } from "#lib/session/players/you.ts";
import { buzz } from "../haptics.ts";
import { farewellOf } from "../own-place.ts";
import { useWording } from "../use-wording.ts";
import { AfterGame } from "./after-game.tsx";
import { StandingRow } from "./standing-row.tsx";
import { isCelebrated, TeamPodium } from "./team-podium.tsx";
import { type OwnTeam, TeamStandings } from "./team-standings.tsx";

const CONFETTI_AFTER_MS = 120;

export type PodiumProps = {
  you: You;
  board: LiveBoard | null;
  /** Where one plays in teams. */
  team: OwnTeam | null;
  rank: number | null;
  players: number;
  title: string;
  /** How many questions had a right answer, and how many of them earned points. */
  judged: number;
  earning: number;
};

/** The end: the first three are celebrated, everybody else gets the place and the score with the same dignity. */
export function PodiumScreen({ you, board, team, rank, players, title, judged, earning }: PodiumProps) {
  const { t, ordinal } = useWording();
  const onPodium = team ? isCelebrated(team) : isOnPodium(rank, you);
  const farewell = farewellOf({ rank, score: you.score, players, board });
  const place = rank !== null && players > 1 ? rank : null;
  useEffect(() => {
    if (!onPodium) return;
    buzz("right");
    if (wantsStillness()) return;
    let clear = () => {};
    // The place first: it measures the page, which in the same task would hold up both.
    const soon = setTimeout(() => {
      loadConfetti().then(
        ({ throwConfetti }) => {
          if (clear !== gone) clear = throwConfetti();
        },
        () => {}, // a celebration that did not load is no reason to trouble anybody
      );
    }, CONFETTI_AFTER_MS);
    const gone = () => {};
    return () => {
      clearTimeout(soon);
      clear();
      clear = gone;
    };
  }, [onPodium]);

  if (team) {
    return (
      <>
        <div className="flex flex-1 flex-col items-center justify-center gap-5 py-6 text-center">
          <TeamPodium team={team} you={you} rank={rank} players={players} />
        </div>
        <TeamStandings teamId={team.standing.playerId} listed={3} />
        <AfterGame title={title} you={you} rank={rank} players={players} judged={judged} earning={earning} />
      </>
    );
  }
  return (
    <>
      <div className="flex flex-1 flex-col items-center justify-center gap-5 py-6 text-center">
        {onPodium && rank !== null ? (
          <Medal rank={rank} you={you} />
        ) : (
          <Avatar name={you.name} avatar={you.avatar} className="animate-pop text-[2.5rem]" />
        )}
        <div className="grid w-full grid-cols-[minmax(0,1fr)] gap-2">
          {place === null ? (
            <h1 className="display text-balance text-[clamp(2.25rem,13vw,3rem)]">
              {t(farewell === "thanks" ? "ended.thanks" : `podium.${farewell}`)}
            </h1>
          ) : (
            <h1
              className={`display ${onPodium ? "text-[clamp(2.5rem,15vw,3.75rem)]" : "text-[clamp(2.25rem,13vw,3rem)]"}`}
            >
              <span>{ordinal(place)}</span>{" "}
              <span className="text-2xl text-ink-muted">{t("podium.rankOf", { players })}</span>
            </h1>
          )}
          <p translate="no" dir="auto" className="display break-words text-2xl">
            {you.name}
          </p>
        </div>
        {earning > 0 ? (
          <p className="text-lg">
            <strong className="display text-3xl">
              <AnimatedNumber value={you.score} from={0} durationMs={1_200} />
            </strong>{" "}
            <span className="text-ink-muted">{`${t("pointsAfter", { points: you.score })}, ${t("podium.right", { answers: you.correctCount })}`}</span>
          </p>
        ) : (
          judged > 0 && <p className="text-lg">{t("podium.right", { answers: you.correctCount })}</p>
        )}
        {place !== null && <p className="text-balance text-ink-muted text-lg">{t(`podium.${farewell}`)}</p>}
      </div>
      <ol aria-label={t("podium.firstThree")} className="grid gap-2 empty:hidden">
        {board?.top
          .filter((standing) => standing.rank <= 3 && place !== null)
          .slice(0, 3)
          .map((standing) => (
            <StandingRow
              key={standing.playerId}
              standing={standing}
              mine={standing.playerId === you.playerId}
            />
          ))}
      </ol>
      <AfterGame title={title} you={you} rank={rank} players={players} judged={judged} earning={earning} />
    </>
  );
}

/** As on the big screen: without points there is no celebration. */
export function isOnPodium(rank: number | null, { score }: You): rank is number {
  return rank !== null && rank <= 3 && score > 0;
}

export const loadConfetti = () => import("./confetti.ts");

/** Amber, cream and coral, as on the big screen. */
const MEDALS = ["bg-accent text-on-accent", "bg-ink text-background", "bg-option text-on-option"];

function Medal({ rank, you }: { rank: number; you: You }) {
  return (
    <div className="relative grid place-items-center">
      <span
        aria-hidden="true"
        className="-inset-12 absolute rounded-full bg-[radial-gradient(closest-side,var(--accent-soft),transparent)]"
      />
      <Avatar name={you.name} avatar={you.avatar} className="relative animate-pop text-[3.75rem]" />
      <span
        aria-hidden="true"
        data-option="2"
        className={`display -end-3 -bottom-2 absolute grid size-15 animate-pop place-items-center rounded-full text-3xl ring-6 ring-background ${MEDALS[rank - 1]}`}
      >
        {rank}
      </span>
    </div>
  );
}
