import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Written } from "#components/rich-text/written.tsx";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import { Fit } from "../stage/fit.tsx";
import { Prompt } from "../stage/prompt.tsx";
import { Heading, StageFrame } from "../stage/stage-frame.tsx";
import { StageMedia } from "../stage/stage-media.tsx";

type SlideSceneProps = { question: PublicQuestion; corner: ReactNode };

/** A heading, what belongs to it, and a picture beside it if there is one. */
export function SlideScene({ question, corner }: SlideSceneProps) {
  const t = useTranslations("screen.question");
  const { prompt, text, media } = question;
  const alone = !text && !media;
  return (
    <StageFrame
      heading={<Heading>{t("slide", { index: question.index + 1, total: question.total })}</Heading>}
      corner={corner}
      className="grid"
    >
      <Fit
        content={JSON.stringify([prompt, text, media])}
        className="flex flex-col"
        innerClassName="flex flex-auto shrink-0 items-center reads:flex-col reads:items-start reads:justify-center gap-[calc(var(--u)*5)]"
      >
        <div className="grid min-w-0 flex-1 gap-[calc(var(--u)*2.6*var(--fit))]">
          <Prompt text={prompt} size={alone ? "alone" : "above"} className="animate-rise" />
          {text && (
            <Written
              as="p"
              text={text}
              className="max-w-[42em] animate-fade align-page whitespace-pre-line break-words text-balance leading-normal"
              style={{ fontSize: `calc(var(--u) * ${text.length <= 200 ? 2.8 : 2.3} * var(--fit))` }}
            />
          )}
        </div>
        {media && <StageMedia media={media} units={30} />}
      </Fit>
    </StageFrame>
  );
}
