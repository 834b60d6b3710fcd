/** A pin whose tip stands on its place, in a color that says neither right nor wrong. Its white edge shows on every picture. */
export function PinMark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 30"
      data-option={3}
      aria-hidden="true"
      className={`pointer-events-none absolute h-10 w-8 -translate-x-1/2 -translate-y-[96%] drop-shadow-md ${className ?? ""}`}
    >
      <path
        d="M12 29C12 29 22 18 22 11A10 10 0 1 0 2 11C2 18 12 29 12 29Z"
        fill="currentColor"
        stroke="white"
        strokeWidth="2"
      />
      <circle cx="12" cy="11" r="4" fill="white" />
    </svg>
  );
}
