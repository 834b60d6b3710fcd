import { CountdownRing } from "#components/ui/countdown/countdown-ring.tsx";
import type { Countdown } from "#lib/client/time/countdown.ts";
import { useFirst } from "./use-first.ts";

/** The seconds left to answer. Give it a `key` of the closing instant. */
export function RunningRing({ countdown }: { countdown: Countdown }) {
  const elapsedMs = useFirst(countdown.elapsedMs);
  const durationMs = useFirst(countdown.durationMs);
  return (
    <CountdownRing
      announce
      durationMs={Math.max(1, durationMs)}
      elapsedMs={elapsedMs}
      paused={countdown.paused}
      secondsLeft={countdown.secondsLeft}
      className="size-[calc(var(--u)*11.5)]"
    />
  );
}
