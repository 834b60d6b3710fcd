import { ArrowDown, ArrowUp, Trophy } from "lucide-react";
import { counted } from "../phase-words.ts";
import type { RegradeOutcome } from "./regrade-api.ts";

/** More is no list that a host reads between two questions. */
const SHOWN_MAX = 12;

/** The effect of a regrade: who wins, and who moves. */
export function MovedList({ outcome: { before, after, moved, teams } }: { outcome: RegradeOutcome }) {
  // Where teams play, the team wins.
  const [was, is] = [winners(teams?.before ?? before), winners(teams?.after ?? after)];
  const same = was.join("\n") === is.join("\n");
  return (
    <div className="grid gap-3 rounded-lg bg-surface-sunken p-4">
      <p className="flex items-start gap-2 font-semibold">
        <Trophy aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent-ink" />
        <span className="min-w-0 break-words">
          {is.length === 0
            ? "Nobody has any points."
            : same
              ? `In front as before: ${is.join(", ")}`
              : `In front: ${is.join(", ")}${was.length > 0 ? `, no longer ${was.join(", ")}` : ""}`}
        </span>
      </p>
      {moved.length === 0 ? (
        <p className="text-ink-muted">No points or places change.</p>
      ) : (
        <>
          <p>{`${counted(moved.length, "player")} ${moved.length === 1 ? "changes" : "change"} in points or place.`}</p>
          <ul className="grid gap-1" aria-label="Who moves">
            {moved.slice(0, SHOWN_MAX).map(({ playerId, name, rank, score }) => (
              <li key={playerId} className="numerals flex flex-wrap items-baseline gap-x-3">
                <bdi className="min-w-0 flex-1 break-words font-medium">{name}</bdi>
                <span className="inline-flex items-center gap-1">
                  {rank[1] < rank[0] && <ArrowUp aria-hidden="true" className="size-4 text-success-ink" />}
                  {rank[1] > rank[0] && <ArrowDown aria-hidden="true" className="size-4 text-danger-ink" />}
                  <span>{rank[0] === rank[1] ? `${rank[1]}.` : `${rank[0]}. → ${rank[1]}.`}</span>
                </span>
                <span className="text-ink-muted">{`${amount(score[0])} → ${amount(score[1])}`}</span>
              </li>
            ))}
          </ul>
          {moved.length > SHOWN_MAX && (
            <p className="text-ink-muted text-sm">{`and ${moved.length - SHOWN_MAX} more`}</p>
          )}
        </>
      )}
    </div>
  );
}

function winners(standings: readonly { rank: number; name: string; score: number }[]): string[] {
  return standings
    .filter(({ rank, score }) => rank === 1 && score > 0)
    .slice(0, 3)
    .map(({ name }) => name);
}

function amount(points: number): string {
  return points.toLocaleString("en");
}
