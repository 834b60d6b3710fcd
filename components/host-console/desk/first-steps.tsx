const STEPS = [
  ["Pick a quiz", "Start with one of the three samples, or write your own in minutes."],
  ["Open the big screen", "Press Start, then put the big screen on the projector or share it in a call."],
  ["Let people in", "They scan the code or type the PIN on their phones. No app, no account."],
] as const;

/** The steps of a session, shown to a host until the first one has been played. */
export function FirstSteps() {
  return (
    <section
      aria-labelledby="first-steps"
      data-theme="dark"
      className="stage grid gap-5 rounded-xl p-6 sm:p-8"
    >
      <h2 id="first-steps" className="display text-2xl sm:text-3xl">
        Your first quiz, in three steps
      </h2>
      <ol className="grid gap-x-8 gap-y-5 sm:grid-cols-3">
        {STEPS.map(([title, text], place) => (
          <li key={title} className="grid grid-cols-[auto_1fr] content-start gap-x-3.5 gap-y-1">
            <span
              aria-hidden="true"
              className="display numerals row-span-2 text-3xl text-accent-ink leading-none"
            >
              {place + 1}
            </span>
            <h3 className="font-semibold">{title}</h3>
            <p className="text-pretty text-[0.9375rem] text-ink-muted leading-snug">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
