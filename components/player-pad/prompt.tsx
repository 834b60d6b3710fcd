import { Written } from "#components/rich-text/written.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { promptSize } from "./kinds/option-layout.ts";

/** The question. */
export function Prompt({ text, muted = false }: { text: string; muted?: boolean }) {
  // Once the question is over, how it went is what the screen is about.
  return (
    <Written
      as={muted ? "h2" : "h1"}
      text={text}
      className={classNames(
        "display align-page hyphens-auto whitespace-pre-line wrap-anywhere",
        muted
          ? `text-ink-muted leading-snug ${text.length <= 110 ? "text-lg" : "text-base"}`
          : promptSize(text.length),
      )}
    />
  );
}
