import { Avatar } from "#components/ui/player/avatar.tsx";
import type { Results } from "#lib/session/reports/results.ts";

const head = "px-3 py-2.5 font-semibold text-ink-muted text-sm";
const cell = "px-3 py-2";

/** Teams by rank. Ranks are left out until a team has points. */
export function TeamsTable({ teams }: { teams: NonNullable<Results["teams"]> }) {
  const scored = teams.some(({ score }) => score > 0);
  return (
    <div className="overflow-x-auto rounded-xl bg-surface-raised shadow-card ring-1 ring-line/70">
      <table className="numerals w-full border-collapse text-left">
        <caption className="sr-only">Teams by rank</caption>
        <thead className="border-b">
          <tr>
            <th scope="col" className={`${head} w-14 text-end`}>
              <span className="max-sm:sr-only">Rank</span>
            </th>
            <th scope="col" className={head}>
              Team
            </th>
            <th scope="col" className={`${head} text-end`}>
              Score
            </th>
            <th scope="col" className={`${head} text-end`}>
              Players
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line/60">
          {teams.map(({ rank, teamId, name, avatar, score, members }) => (
            <tr key={teamId}>
              <td
                className={`${cell} display text-end ${rank <= 3 && score > 0 ? "text-accent-ink" : "text-ink-muted"}`}
              >
                {scored ? rank : "–"}
              </td>
              <th scope="row" className={`${cell} font-semibold`}>
                <span className="flex items-center gap-2.5">
                  <Avatar name={name} avatar={avatar} className="text-xs" />
                  <bdi translate="no" className="min-w-0 break-words">
                    {name}
                  </bdi>
                </span>
              </th>
              <td className={`${cell} display text-end`}>{score.toLocaleString("en")}</td>
              <td className={`${cell} text-end`}>{members}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
