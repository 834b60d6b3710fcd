import { useTranslations } from "next-intl";
import { Written } from "#components/rich-text/written.tsx";
import { LogoPlate } from "#components/room/logo-plate.tsx";
import { AnimatedNumber } from "#components/ui/animated-number.tsx";
import { Avatar } from "#components/ui/player/avatar.tsx";
import type { LogoView } from "#lib/look/room-theme.ts";
import { BigName } from "../big-name.tsx";
import { TeamLine } from "./later-team-line.tsx";
import { LobbyTips } from "./lobby-tips.tsx";

type LobbyScreenProps = {
  name: string;
  avatar?: string | undefined;
  teamId?: string | undefined;
  title: string;
  players: number;
  logo?: LogoView | undefined;
};

/** You're in: the name as large as it goes, so that it can be found on the big screen. */
export function LobbyScreen({ name, avatar, teamId, title, players, logo }: LobbyScreenProps) {
  const t = useTranslations("player.lobby");
  return (
    <>
      <div className="flex flex-1 flex-col items-center justify-center gap-5 py-6 text-center">
        <div className="relative grid place-items-center">
          <span
            aria-hidden="true"
            className="-inset-10 absolute rounded-full bg-[radial-gradient(closest-side,var(--accent-soft),transparent)]"
          />
          <Avatar name={name} avatar={avatar} className="relative animate-pop text-[3.5rem]" />
        </div>
        <div className="grid gap-2">
          <h1 className="font-semibold text-accent-ink text-lg">{t("in")}</h1>
          <BigName name={name} />
        </div>
        {teamId !== undefined && <TeamLine teamId={teamId} />}
        <p className="text-balance text-ink-muted text-lg">{t("see")}</p>
      </div>
      <div className="grid justify-items-center gap-1 rounded-xl bg-surface p-5 text-center ring-1 ring-line ring-inset">
        {logo && <LogoPlate logo={logo} className="mb-2 h-16 max-w-52" />}
        <Written as="p" text={title} inWords className="break-words font-semibold" />
        <p className="text-balance text-ink-muted">
          {players > 1
            ? t.rich("here", { players, n: () => <AnimatedNumber value={players} /> })
            : t("first")}
        </p>
      </div>
      <LobbyTips />
    </>
  );
}
