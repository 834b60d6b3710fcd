import { Pause } from "lucide-react";

/** Laid over what was on the screen, which waits exactly as it was. */
export function PausedSheet() {
  return (
    <div
      role="status"
      className="fixed inset-0 z-30 grid animate-fade place-items-center bg-background/86 p-6 text-center backdrop-blur-md"
    >
      <div className="grid justify-items-center gap-4">
        <span
          aria-hidden="true"
          className="grid size-20 place-items-center rounded-full bg-accent text-on-accent"
        >
          <Pause className="size-9" fill="currentColor" strokeWidth={0} />
        </span>
        <p className="display text-4xl">Paused</p>
        <p className="max-w-[28ch] text-balance text-ink-muted text-lg">
          The clock stands still, and your score is safe. The host goes on in a moment.
        </p>
      </div>
    </div>
  );
}
