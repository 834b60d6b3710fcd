"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "#components/ui/player/avatar.tsx";
import { useBoard } from "#lib/client/board/use-board.ts";
import { useView } from "#lib/client/connection/use-live-state.ts";

/** "Your team: Owls, 4 players" */
export function TeamLine({ teamId }: { teamId: string }) {
  const t = useTranslations("player.team");
  const teams = useView((view) => view?.teams);
  const members = useBoard()?.teams?.find((team) => team.teamId === teamId)?.members;
  const team = teams?.find((each) => each.teamId === teamId);
  if (!team) return null;
  return (
    <section
      aria-label={t("yours")}
      className="flex w-full max-w-sm items-center gap-3 rounded-xl bg-surface px-4 py-3 text-start ring-1 ring-line ring-inset"
    >
      <Avatar name={team.name} avatar={team.avatar} className="text-xl" />
      <span className="grid min-w-0 flex-1">
        <span className="text-ink-muted text-sm">{t("yours")}</span>
        <span className="display text-2xl leading-tight">
          <bdi translate="no" className="break-words">
            {team.name}
          </bdi>
        </span>
      </span>
      {members !== undefined && members > 0 && (
        <span className="numerals shrink-0 text-ink-muted text-sm">{t("members", { players: members })}</span>
      )}
    </section>
  );
}
