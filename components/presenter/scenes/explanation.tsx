import { Lightbulb } from "lucide-react";
import { Written } from "#components/rich-text/written.tsx";

/** Why the right answer is right. */
export function Explanation({ text }: { text: string }) {
  const units = text.length <= 140 ? 1.9 : text.length <= 300 ? 1.65 : 1.45;
  // A single line stays legible; more must be able to give way.
  const least = text.length <= 80 ? 1.5 : 0;
  return (
    <p
      className="flex animate-fade items-start gap-[0.7em] whitespace-pre-line break-words border-line border-t-2 pt-[0.8em] leading-snug [animation-delay:900ms]"
      style={{ fontSize: `max(calc(var(--u) * ${least}), calc(var(--u) * ${units} * var(--fit)))` }}
    >
      <Lightbulb aria-hidden="true" className="mt-[0.1em] size-[1.15em] shrink-0 text-accent-ink" />
      <Written text={text} className="min-w-0 flex-1 align-page" />
    </p>
  );
}
