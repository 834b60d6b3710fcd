import { classNames } from "../class-names.ts";

/** The mark: an O, and three claps. The ring takes the text colour, the claps the accent. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      aria-hidden="true"
      fill="none"
      className={classNames("overflow-visible", className)}
    >
      <RingAndClaps />
    </svg>
  );
}

/** The name in type, its O being the mark. Set the size with a text class: `text-2xl`. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <span
      translate="no"
      dir="ltr"
      className={classNames("display inline-flex items-baseline tracking-[-0.035em]", className)}
    >
      <span className="sr-only">Ovation</span>
      {/* Framed by the ring alone, so that the claps hang over the v and the letters keep their rhythm. */}
      <svg
        viewBox="0.4 6.6 25.2 25.2"
        aria-hidden="true"
        fill="none"
        className="mr-[0.015em] size-[0.74em] translate-y-[0.015em] overflow-visible"
      >
        <RingAndClaps />
      </svg>
      <span aria-hidden="true">vation</span>
    </span>
  );
}

function RingAndClaps() {
  return (
    <>
      <circle cx="13" cy="19.2" r="9.5" stroke="currentColor" strokeWidth="6.2" />
      <path
        d="M15.2 3.3 15.5 1.5M21.8 5.7 24.2 1.9M26.7 10.7 28.2 9.7"
        stroke="var(--accent)"
        strokeWidth="3.6"
        strokeLinecap="round"
      />
    </>
  );
}
