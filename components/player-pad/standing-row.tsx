import { Avatar } from "#components/ui/avatar.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Standing } from "#lib/client/live-board.ts";
import { useWording } from "./use-wording.ts";

export function StandingRow({ standing, mine = false }: { standing: Standing; mine?: boolean }) {
  const { t, figure } = useWording();
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
      <Avatar name={standing.name} avatar={standing.avatar} className="text-base" />
      <span className="flex min-w-0 flex-1 font-semibold">
        <span dir="auto" className="min-w-0 truncate">
          {standing.name}
        </span>
      </span>
      {mine && (
        <span className="shrink-0 rounded-full border-2 border-current px-2 font-semibold text-xs leading-5">
          {t("standings.you")}
        </span>
      )}
      <span className="display numerals shrink-0 text-xl">{figure(standing.score)}</span>
    </li>
  );
}
