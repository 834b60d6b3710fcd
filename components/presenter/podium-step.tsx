import { AnimatedNumber } from "#components/ui/animated-number.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { PodiumPlace } from "./podium-places.ts";
import { figure } from "./wording.ts";

type PodiumStepProps = { place: PodiumPlace; state: "waiting" | "rolling" | "known" };

const steps = {
  1: "h-[calc(var(--u)*22)] bg-accent text-on-accent",
  2: "h-[calc(var(--u)*16)] bg-surface-raised text-ink",
  3: "h-[calc(var(--u)*11)] bg-surface-raised text-ink",
} as const;

/** How many of those who share a step are shown by name. */
const SHOWN = 3;

/** A step rises, trembles with the drums, and then carries its name. */
export function PodiumStep({ place: { rank, standings }, state }: PodiumStepProps) {
  const known = state === "known";
  const score = standings[0]?.score ?? 0;
  return (
    <li
      value={rank}
      className="flex w-[calc(var(--u)*21)] min-w-0 flex-col items-center justify-end gap-[calc(var(--u)*1.2)]"
    >
      {known && (
        <ul className="grid w-full justify-items-center gap-[calc(var(--u)*1)]">
          {standings.slice(0, SHOWN).map(({ playerId, name }) => (
            <li
              key={playerId}
              className="grid w-full animate-pop justify-items-center gap-[calc(var(--u)*0.7)]"
            >
              <Avatar
                name={name}
                className={standings.length > 1 ? "text-[calc(var(--u)*1.8)]" : "text-[calc(var(--u)*3.4)]"}
              />
              <bdi
                className={classNames(
                  "display line-clamp-2 max-w-full break-words px-[0.2em] pb-[0.1em] text-center",
                  standings.length > 1 ? "text-[calc(var(--u)*2)]" : nameSize(name),
                )}
              >
                {name}
              </bdi>
            </li>
          ))}
          {standings.length > SHOWN && (
            <li className="text-[calc(var(--u)*1.7)] text-ink-muted">
              and {figure(standings.length - SHOWN)} more
            </li>
          )}
        </ul>
      )}
      <div
        className={classNames(
          "grid w-full shrink-0 content-start justify-items-center gap-[calc(var(--u)*0.6)] rounded-t-[calc(var(--u)*1.4)] pt-[calc(var(--u)*1.4)] transition-transform duration-700 ease-out",
          steps[rank],
          state === "waiting" && "translate-y-[82%]",
          state === "rolling" && "drum-roll",
        )}
      >
        <span className="display numerals text-[calc(var(--u)*5.5)] leading-none">{rank}</span>
        {known && (
          <span className="display animate-fade text-[calc(var(--u)*2.3)]">
            <AnimatedNumber value={score} from={0} durationMs={1_200} />
            <span className="sr-only"> points</span>
          </span>
        )}
      </div>
    </li>
  );
}

function nameSize(name: string): string {
  return name.length <= 12 ? "text-[calc(var(--u)*3)]" : "text-[calc(var(--u)*2.2)]";
}
