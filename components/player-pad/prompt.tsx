import { Written } from "#components/rich-text/written.tsx";
import { classNames } from "#components/ui/class-names.ts";

/** The question. The longer it is the smaller it is set, so that the answers stay within reach. */
export function Prompt({ text, muted = false }: { text: string; muted?: boolean }) {
  const size =
    text.length <= 50
      ? "text-[1.875rem] sm:text-4xl"
      : text.length <= 110
        ? "text-2xl sm:text-3xl"
        : text.length <= 190
          ? "text-xl leading-snug sm:text-2xl"
          : "text-lg leading-snug sm:text-xl";
  // Once the question is over, how it went is what the screen is about.
  return (
    <Written
      as={muted ? "h2" : "h1"}
      text={text}
      className={classNames(
        "display align-page hyphens-auto whitespace-pre-line wrap-anywhere",
        muted ? `text-ink-muted leading-snug ${text.length <= 110 ? "text-lg" : "text-base"}` : size,
      )}
    />
  );
}
