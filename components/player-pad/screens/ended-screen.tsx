import type { ReactNode } from "react";
import { Written } from "#components/rich-text/written.tsx";
import { buttonStyles } from "#components/ui/buttons/button-styles.ts";
import { Avatar } from "#components/ui/player/avatar.tsx";
import type { You } from "#lib/session/players/you.ts";
import { useWording } from "../use-wording.ts";
import { AfterGame } from "./after-game.tsx";
import { useOwnTeam } from "./team-standings.tsx";

type EndedScreenProps = {
  title: string;
  you: You | null;
  rank: number | null;
  players: number;
  /** How many questions had a right answer, and how many of them earned points. */
  judged: number;
  earning: number;
};

/** It is over; what was reached, and what to do next. */
export function EndedScreen({ title, you, rank, players, judged, earning }: EndedScreenProps) {
  const { t, ordinal } = useWording();
  const team = useOwnTeam(you?.teamId);
  return (
    <>
      <div className="flex flex-1 flex-col items-center justify-center gap-5 py-6 text-center">
        {you && <Avatar name={you.name} avatar={you.avatar} className="text-[2.5rem]" />}
        <div className="grid gap-2">
          <h1 className="display text-4xl">{t(you ? "ended.thanks" : "ended.over")}</h1>
          {title && <Written as="p" text={title} inWords className="break-words text-ink-muted text-lg" />}
        </div>
        {you && (
          <p className="text-lg">
            {earning === 0
              ? marks(you.name).name()
              : rank === null || players < 2
                ? t.rich("ended.result", { points: you.score, ...marks(you.name) })
                : t.rich("ended.resultPlaced", {
                    place: ordinal(rank),
                    players,
                    points: you.score,
                    ...marks(you.name),
                  })}
          </p>
        )}
        {team && team.standing.score > 0 && (
          <p className="text-lg">
            <bdi translate="no" className="font-semibold">
              {team.standing.name}
            </bdi>
            {" · "}
            <span>{t("team.place", { place: ordinal(team.rank), teams: team.teams })}</span>
          </p>
        )}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {you && <AfterGame {...{ title, you, rank, players, judged, earning }} />}
        <a href="/join" className={buttonStyles("primary", "lg")}>
          {t("ended.another")}
        </a>
        <a href="/" className={buttonStyles("secondary", "lg")}>
          {t("ended.host")}
        </a>
      </div>
    </>
  );
}

function marks(name: string) {
  return {
    name: () => (
      <bdi translate="no" className="font-semibold">
        {name}
      </bdi>
    ),
    score: (words: ReactNode) => <strong className="numerals font-semibold">{words}</strong>,
  };
}
