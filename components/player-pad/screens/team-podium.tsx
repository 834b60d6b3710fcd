import { useTranslations } from "next-intl";
import { AnimatedNumber } from "#components/ui/animated-number.tsx";
import { Avatar } from "#components/ui/player/avatar.tsx";
import type { You } from "#lib/session/players/you.ts";
import { useWording } from "../use-wording.ts";
import type { OwnTeam } from "./team-standings.tsx";

type TeamPodiumProps = { team: OwnTeam; you: You; rank: number | null; players: number };

/** The end of a game of teams: the team's place first, then the player's own. */
export function TeamPodium({ team, you, rank, players }: TeamPodiumProps) {
  const { t, ordinal } = useWording();
  const words = useTranslations("player.team");
  const { standing, teams } = team;
  const celebrated = isCelebrated(team);
  return (
    <>
      <Avatar name={standing.name} avatar={standing.avatar} className="animate-pop text-[3.75rem]" />
      <div className="grid w-full grid-cols-[minmax(0,1fr)] gap-2">
        <h1 className="display text-[clamp(2.25rem,13vw,3.25rem)]">
          <span>{standing.score > 0 ? ordinal(team.rank) : t("ended.thanks")}</span>{" "}
          {standing.score > 0 && (
            <span className="text-2xl text-ink-muted">{words("rankOf", { teams })}</span>
          )}
        </h1>
        <p translate="no" dir="auto" className="display break-words text-2xl">
          {standing.name}
        </p>
      </div>
      {standing.score > 0 && (
        <p className="text-lg">
          <strong className="display text-3xl">
            <AnimatedNumber value={standing.score} from={0} durationMs={1_200} />
          </strong>{" "}
          <span className="text-ink-muted">{t("pointsAfter", { points: standing.score })}</span>
        </p>
      )}
      <p className="text-balance text-ink-muted text-lg">
        {celebrated
          ? words(team.rank > 1 ? "onIt" : team.shared ? "wonShared" : "won")
          : t("podium.wellPlayed")}
      </p>
      {rank !== null && players > 1 && (
        <p className="text-balance text-ink-muted">
          {words("you", { place: ordinal(rank), players, points: you.score })}
        </p>
      )}
    </>
  );
}

/** As on the big screen: where no team has a point, none is celebrated. */
export function isCelebrated({ rank, standing }: OwnTeam): boolean {
  return rank <= 3 && standing.score > 0;
}
