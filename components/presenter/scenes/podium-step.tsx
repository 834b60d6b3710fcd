import * as m from "motion/react-m";
import type { PodiumPlace } from "#components/leaderboard/podium-show.ts";
import { AnimatedNumber } from "#components/ui/animated-number.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Avatar } from "#components/ui/player/avatar.tsx";
import { useStageWording } from "../use-stage-wording.ts";

type PodiumStepProps = {
  place: PodiumPlace;
  state: "waiting" | "rolling" | "known";
  /** The step has moved aside for the list of the other places. */
  aside: boolean;
};

/** Amber, then cream, then coral. Steps give way a little where many share one. */
const steps = {
  1: { height: "basis-[calc(var(--u)*29+var(--spare)*0.5)]", color: "bg-accent text-on-accent" },
  2: { height: "basis-[calc(var(--u)*21.5+var(--spare)*0.38)]", color: "bg-ink text-background" },
  3: { height: "basis-[calc(var(--u)*15+var(--spare)*0.26)]", color: "bg-option text-on-option" },
} as const;
const CORAL = 2;

/** How many of those who share a step are shown by name. */
const SHOWN = 3;

const RISES = { type: "spring", bounce: 0.12, duration: 0.9 } as const;
const COMES_UP = { type: "spring", bounce: 0.42, duration: 0.8 } as const;
const MOVES_ASIDE = { type: "spring", bounce: 0, duration: 1 } as const;

/** A step rises, trembles with the drums, and then carries its name. */
export function PodiumStep({ place: { rank, standings, open }, state, aside }: PodiumStepProps) {
  const { t, figure } = useStageWording();
  const known = state === "known";
  const alone = standings.length === 1;
  return (
    <m.li
      value={rank}
      layout="position"
      layoutDependency={aside}
      transition={MOVES_ASIDE}
      className="relative flex h-full w-[calc(var(--u)*22)] min-w-0 flex-col items-center justify-end gap-[calc(var(--u)*1.4)]"
    >
      {rank === 1 && (
        <div
          aria-hidden="true"
          className={classNames(
            "beam -translate-x-1/2 absolute top-[calc(var(--u)*-8)] bottom-[calc(var(--u)*12)] left-1/2 w-[calc(var(--u)*44)] transition-opacity duration-1000",
            known ? "opacity-100" : state === "rolling" ? "opacity-40" : "opacity-0",
          )}
        />
      )}
      {known && (
        <ul className="relative grid w-full shrink-0 grid-cols-[minmax(0,1fr)] justify-items-center gap-[calc(var(--u)*0.9)]">
          {standings.slice(0, SHOWN).map(({ playerId, name, avatar }) => (
            <m.li
              key={playerId}
              initial={{ opacity: 0, y: "60%", scale: 0.6 }}
              animate={{ opacity: 1, y: 0, scale: 1 }}
              transition={COMES_UP}
              className={classNames(
                "w-full items-center justify-center gap-[calc(var(--u)*0.8)]",
                alone ? "grid justify-items-center" : "flex",
              )}
            >
              <Avatar
                name={name}
                avatar={avatar}
                className={alone ? "text-[calc(var(--u)*4.2)]" : "text-[calc(var(--u)*1.5)]"}
              />
              <bdi
                translate="no"
                className={classNames(
                  "display line-clamp-2 reads:line-clamp-none min-w-0 max-w-full break-words px-[0.1em] pb-[0.12em]",
                  alone && "text-center",
                  nameSize(name, alone),
                )}
              >
                {name}
              </bdi>
            </m.li>
          ))}
          {standings.length > SHOWN && (
            <li className="text-[calc(var(--u)*1.7)] text-ink-muted">
              {open ? t("podium.many") : t("podium.more", { more: standings.length - SHOWN })}
            </li>
          )}
        </ul>
      )}
      <m.div
        initial={false}
        animate={{ y: state === "waiting" ? "82%" : 0 }}
        transition={RISES}
        className={classNames("relative grid min-h-[calc(var(--u)*11)] w-full", steps[rank].height)}
      >
        <div
          data-option={CORAL}
          className={classNames(
            "grid content-start justify-items-center gap-[calc(var(--u)*0.6)] rounded-t-[calc(var(--u)*1.4)] pt-[calc(var(--u)*1.4)]",
            steps[rank].color,
            state === "rolling" &&
              "animate-shake [animation-duration:240ms] [animation-iteration-count:infinite]",
          )}
        >
          <span className="display numerals text-[calc(var(--u)*6)] leading-none">{figure(rank)}</span>
          {known && (
            <span className="display animate-fade text-[calc(var(--u)*2.5)]">
              <AnimatedNumber value={standings[0]?.score ?? 0} from={0} durationMs={1_200} />
              <span className="sr-only"> {t("podium.points", { points: standings[0]?.score ?? 0 })}</span>
            </span>
          )}
        </div>
      </m.div>
    </m.li>
  );
}

function nameSize(name: string, alone: boolean): string {
  if (!alone) return "text-[calc(var(--u)*1.9)]";
  return name.length <= 12 ? "text-[calc(var(--u)*3.4)]" : "text-[calc(var(--u)*2.4)]";
}
