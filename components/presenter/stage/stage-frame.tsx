import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { StageLogo } from "./stage-logo.tsx";

type StageFrameProps = {
  /** The label: "Question 3 of 10", "Standings". */
  heading: ReactNode;
  /** The corner for late joiners. */
  corner?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** The lines every scene keeps to: what it is at the top left, how to join at the top right, the rest for the scene. */
export function StageFrame({ heading, corner, children, className }: StageFrameProps) {
  return (
    <main className="grid h-full grid-rows-[auto_minmax(0,1fr)] reads:h-auto reads:min-h-dvh gap-[calc(var(--u)*1.6)] p-[calc(var(--u)*2.2)]">
      <header className="flex reads:flex-wrap min-h-[calc(var(--u)*5.6)] items-center justify-between gap-[calc(var(--u)*2)]">
        <div className="flex min-w-0 items-center gap-[calc(var(--u)*1.6)]">
          <StageLogo units={5.2} />
          <div className="flex min-w-0 flex-wrap items-center gap-x-[calc(var(--u)*1.2)] gap-y-[calc(var(--u)*0.6)]">
            {heading}
          </div>
        </div>
        {corner}
      </header>
      <div className={classNames("min-h-0 min-w-0", className)}>{children}</div>
    </main>
  );
}

/** The plain line of a heading. */
export function Heading({ children }: { children: ReactNode }) {
  return <p className="font-semibold text-[calc(var(--u)*1.9)] text-ink-muted leading-tight">{children}</p>;
}

/** A word that must not be missed beside a heading: "2× points", "Poll". */
export function HeadingTag({ children, loud = false }: { children: ReactNode; loud?: boolean }) {
  return (
    <span
      className={classNames(
        "display rounded-full px-[0.7em] py-[0.32em] text-[calc(var(--u)*1.6)]",
        loud ? "animate-pop bg-accent text-on-accent" : "bg-surface-raised text-ink",
      )}
    >
      {children}
    </span>
  );
}
