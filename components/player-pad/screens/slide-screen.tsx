import { Written } from "#components/rich-text/written.tsx";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import { Prompt } from "../prompt.tsx";
import { PromptMedia } from "./prompt-media.tsx";

/** Something to read; nothing to answer. */
export function SlideScreen({ question }: { question: PublicQuestion }) {
  return (
    <div className="grid flex-1 content-center gap-5 py-6">
      <Prompt text={question.prompt} />
      {question.media && <PromptMedia media={question.media} />}
      {question.text && (
        <Written
          as="p"
          text={question.text}
          className="align-page whitespace-pre-line break-words text-lg text-pretty leading-relaxed"
        />
      )}
    </div>
  );
}
