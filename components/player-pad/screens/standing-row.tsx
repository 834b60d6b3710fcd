import { classNames } from "#components/ui/class-names.ts";
import { Avatar } from "#components/ui/player/avatar.tsx";
import type { Standing } from "#lib/client/board/live-board.ts";
import { useWording } from "../use-wording.ts";

type StandingRowProps = {
  standing: Omit<Standing, "playerId">;
  mine?: boolean;
  /** Instead of "You". */
  mineWord?: string;
  /** How many points more than the player it has, where that is close enough to matter. */
  lead?: number | null;
};

export function StandingRow({ standing, mine = false, mineWord, lead = null }: StandingRowProps) {
  const { t, figure, signed } = useWording();
  return (
    <li
      aria-current={mine || undefined}
      className={classNames(
        "flex min-h-14 min-w-0 items-center gap-3 rounded-xl px-3.5 py-2",
        mine ? "bg-ink text-background" : "bg-surface ring-1 ring-line ring-inset",
      )}
    >
      <span className={classNames("display numerals min-w-6 shrink-0 text-xl", !mine && "text-accent-ink")}>
        {figure(standing.rank)}
      </span>
      <Avatar name={standing.name} avatar={standing.avatar} className="text-base @max-[16rem]:hidden" />
      <span className="flex min-w-0 flex-1 font-semibold">
        <span translate="no" dir="auto" className="min-w-0 truncate">
          {standing.name}
        </span>
      </span>
      {mine && (
        <span className="shrink-0 rounded-full border-2 border-current px-2 font-semibold text-xs leading-5">
          {mineWord ?? t("standings.you")}
        </span>
      )}
      <span className="flex shrink-0 flex-col items-end">
        <span className="display numerals text-xl">{figure(standing.score)}</span>
        {lead === 0 && standing.score > 0 && (
          <span className="font-semibold text-ink-muted text-xs">
            <span aria-hidden="true">=</span>
            <span className="sr-only">{t("place.level", { name: standing.name })}</span>
          </span>
        )}
        {lead !== null && lead !== 0 && (
          <span className="numerals font-semibold text-ink-muted text-xs">
            <span aria-hidden="true">{signed(lead)}</span>
            <span className="sr-only">
              {t(lead > 0 ? "standings.ahead" : "standings.behind", { points: Math.abs(lead) })}
            </span>
          </span>
        )}
      </span>
    </li>
  );
}
