import { classNames } from "./class-names.ts";
import { type CountdownProps, runningStyle, spokenSeconds, URGENT_SECONDS } from "./countdown.ts";

/** A bar that runs out from right to left, with no number of its own. Feed: countdown.ts. */
export function CountdownBar({ secondsLeft, announce, className, ...feed }: CountdownProps) {
  const urgent = secondsLeft <= URGENT_SECONDS;
  return (
    <div
      role="timer"
      aria-label={`${secondsLeft} seconds left`}
      className={classNames("h-2.5 overflow-hidden rounded-full bg-ink/12", className)}
    >
      <div
        data-essential-motion
        className={classNames(
          "h-full origin-left rounded-full",
          urgent ? "bg-danger" : "bg-accent",
          feed.fraction !== undefined && "transition-transform duration-200 ease-linear",
        )}
        style={
          feed.fraction === undefined
            ? runningStyle("countdown-bar", feed)
            : { transform: `scaleX(${feed.fraction})` }
        }
      />
      {announce && (
        <span role="status" className="sr-only">
          {spokenSeconds(secondsLeft)}
        </span>
      )}
    </div>
  );
}
