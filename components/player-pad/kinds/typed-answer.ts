/** The one big field of a typed answer. */
export const typedAnswerStyles =
  "block min-h-18 w-full min-w-0 rounded-xl border-2 border-line-strong bg-surface-raised px-5 font-semibold text-ink text-2xl " +
  "transition-[border-color,box-shadow] placeholder:font-medium placeholder:text-xl read-only:border-line read-only:bg-surface " +
  "focus:border-focus focus:outline-none focus:ring-4 focus:ring-focus/30 read-only:focus:ring-0";
