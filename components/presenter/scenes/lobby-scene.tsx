import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Written } from "#components/rich-text/written.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Wordmark } from "#components/ui/page/logo.tsx";
import { PinDisplay } from "#components/ui/pin-display.tsx";
import type { JoinAddress } from "#lib/client/address/join-address.ts";
import type { LiveBoard } from "#lib/client/board/live-board.ts";
import type { Roster } from "#lib/protocol/server-messages.ts";
import type { View } from "#lib/session/reports/view.ts";
import { JoinCode } from "../corners/join-code.tsx";
import { StageLogo } from "../stage/stage-logo.tsx";
import { NameWall } from "./name-wall.tsx";
import { TeamWall } from "./team-wall.tsx";

type LobbySceneProps = {
  view: View;
  board?: LiveBoard | null;
  roster: Roster | null;
  address: JoinAddress;
  speaker?: ReactNode;
};

/** From here on the number says more than the names. */
const CROWD = 110;

/** From here on the names of the teams need the room. */
const MANY_TEAMS = 8;

/** In stage units: the code gives way as the names need the room. */
const CODE_SIZES = { few: 25, some: 20, many: 17, crowd: 17 } as const;

/** Doors open: how to come in, and who is here. */
export function LobbyScene({ view, board = null, roster, address, speaker }: LobbySceneProps) {
  const t = useTranslations("screen");
  const players = Math.max(view.players, roster?.total ?? 0);
  const code = codeSize(players, view.teams?.length ?? 0);
  return (
    <main className="grid h-full grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_minmax(0,1fr)] reads:h-auto reads:min-h-dvh gap-[calc(var(--u)*2)] p-[calc(var(--u)*2.2)]">
      <header className="flex reads:flex-wrap items-center justify-between gap-[calc(var(--u)*3)] text-[calc(var(--u)*2.3)]">
        <div className="flex min-w-0 items-center gap-[calc(var(--u)*1.8)]">
          <StageLogo units={6.4} />
          <Written
            as="h1"
            text={view.title}
            inWords
            className="min-w-0 truncate font-semibold leading-tight reads:whitespace-normal"
          />
        </div>
        <div className="flex shrink-0 items-center gap-[calc(var(--u)*1.2)]">
          {speaker}
          <Wordmark className="text-[0.95em]" />
        </div>
      </header>

      <section
        aria-label={t("join.label")}
        className="flex items-center justify-between gap-[calc(var(--u)*4)] reads:flex-col reads:items-start reads:[--code:calc(var(--u)*13)]!"
        style={{ "--code": `calc(var(--u) * ${code})` }}
      >
        <div className="grid min-w-0 justify-items-start gap-[calc(var(--code)*0.09)]">
          <p className="grid gap-[0.1em] text-[max(calc(var(--code)*0.085),calc(var(--u)*1.7))] text-ink-muted">
            <span>{t("join.at")}</span>
            <span
              dir="ltr"
              className="display whitespace-nowrap text-ink leading-[1.06]!"
              style={{
                fontSize: `min(calc(var(--code) * 0.24), calc(var(--u) * ${110 / address.host.length}))`,
              }}
            >
              {address.host}
            </span>
          </p>
          <p className="grid gap-[0.1em] text-[max(calc(var(--code)*0.085),calc(var(--u)*1.7))] text-ink-muted">
            <span>{view.locked ? t("join.closed") : t("join.withPin")}</span>
            <PinDisplay
              pin={view.pin}
              className="text-[calc(var(--code)*0.6)] text-accent-ink transition-[font-size] duration-500"
            />
          </p>
        </div>
        <JoinCode
          url={address.url}
          className="size-(--code) reads:size-[calc(var(--u)*26)] rounded-[calc(var(--u)*1.2)] transition-[width,height] duration-500"
        />
      </section>

      <section
        aria-label={t("lobby.players")}
        className="grid grid-rows-[auto_minmax(0,1fr)] gap-[calc(var(--u)*1.4)]"
      >
        <p
          role="status"
          className="flex items-center gap-[0.8em] font-semibold text-[calc(var(--u)*1.9)] text-ink-muted after:h-0.5 after:flex-1 after:bg-line"
        >
          <span className={classNames("numerals", players > CROWD && "display text-[1.8em] text-ink")}>
            {players === 0 ? t("lobby.waiting") : t("lobby.inRoom", { players })}
          </span>
        </p>
        {view.teams ? (
          <TeamWall teams={view.teams} board={board} players={roster?.players ?? []} />
        ) : (
          <NameWall players={roster?.players ?? []} />
        )}
      </section>
    </main>
  );
}

function codeSize(players: number, teams: number): number {
  if (teams > MANY_TEAMS) return CODE_SIZES.crowd;
  if (players <= 24) return CODE_SIZES.few;
  if (players <= 80) return CODE_SIZES.some;
  return players <= 160 ? CODE_SIZES.many : CODE_SIZES.crowd;
}
