import type { FrozenQuestion } from "#lib/quiz/freeze.ts";
import { kindOf } from "#lib/quiz/kinds/registry.ts";

/** For the host's eyes: what comes after this. */
export function UpNext({ question, place }: { question: FrozenQuestion | undefined; place: number }) {
  return (
    <p className="flex min-w-0 items-baseline gap-2 px-1 text-ink-muted text-sm">
      <span className="shrink-0 font-semibold">Up next</span>
      {question ? (
        <span className="min-w-0 truncate">
          {place + 1}. {question.prompt} ({kindOf(question).label.toLowerCase()})
        </span>
      ) : (
        <span>The podium</span>
      )}
    </p>
  );
}
