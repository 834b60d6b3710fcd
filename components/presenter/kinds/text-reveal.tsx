import { useTranslations } from "next-intl";
import { useWritten } from "#components/rich-text/quiz-language.ts";
import type { Reveal } from "#lib/session/reports/view.ts";
import { BarLines, CorrectMark } from "./bar-line.tsx";

/** More spellings than this say nothing new to the room. */
const SHOWN = 4;

/** The accepted answers, and below them the typed ones, most frequent first. */
export function TextReveal({ accepted, result }: { accepted: readonly string[]; result: Reveal["result"] }) {
  const t = useTranslations("screen.reveal");
  const bars = result?.bars ?? [];
  const [first, ...others] = accepted;
  const written = useWritten();
  const answers = () => <bdi>{others.slice(0, SHOWN - 1).join(", ")}</bdi>;
  const more = others.length - (SHOWN - 1);
  return (
    <div className="grid content-center gap-[calc(var(--u)*2*var(--fit))]">
      <div className="flex animate-rise flex-wrap items-center gap-x-[calc(var(--u)*1.6)] gap-y-[calc(var(--u)*0.5)] text-[calc(var(--u)*2.8*var(--fit))]">
        <bdi {...written(first ?? "")} className="display break-words text-[1.75em] text-success-ink">
          {first}
        </bdi>
        <CorrectMark />
        {others.length > 0 && (
          <span className="text-ink-muted text-[0.85em]">
            {more > 0 ? t.rich("alsoMore", { more, answers }) : t.rich("also", { answers })}
          </span>
        )}
      </div>
      <BarLines
        result={result}
        className="grid auto-rows-[minmax(calc(2.1em+var(--spare)*0.1),auto)] gap-[calc(var(--u)*0.9*var(--fit))]"
        style={{
          fontSize: `calc(var(--u) * ${bars.length > 5 ? 2 : bars.length > 3 ? 2.4 : 3} * var(--fit))`,
        }}
      />
    </div>
  );
}
