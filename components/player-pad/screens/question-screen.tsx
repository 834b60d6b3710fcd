"use client";

import { useTranslations } from "next-intl";
import type { AnswerState } from "#lib/client/answers/outbox.ts";
import type { Countdown } from "#lib/client/time/countdown.ts";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Response } from "#lib/quiz/response.ts";
import { useGameAround } from "../kinds/game-around.ts";
import { AnswerPad } from "../kinds/kinds.tsx";
import { Prompt } from "../prompt.tsx";
import { AnswerStatus } from "./answer-status.tsx";
import { PromptMedia } from "./prompt-media.tsx";

type QuestionScreenProps = {
  question: PublicQuestion;
  countdown: Countdown;
  answer: AnswerState;
  answered: number;
  players: number;
  submit(response: Response): void;
};

/** The question above, the answers at the thumb, and the line between them that says what became of the answer. */
export function QuestionScreen({
  question,
  countdown,
  answer,
  answered,
  players,
  submit,
}: QuestionScreenProps) {
  const t = useTranslations("own");
  const { wordsShown: words } = useGameAround();
  return (
    <div className="flex min-w-0 flex-1 flex-col side:grid side:grid-cols-2 side:gap-x-6">
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] content-center gap-4 py-4 side:flex-none side:py-2">
          {words ? (
            <>
              <Prompt text={question.prompt} />
              {question.media && question.kind !== "pin" && <PromptMedia media={question.media} />}
            </>
          ) : (
            <h1 className="display text-balance text-center text-3xl text-ink-muted">{t("lookUp")}</h1>
          )}
        </div>
        <AnswerStatus
          question={question}
          countdown={countdown}
          answer={answer}
          answered={answered}
          players={players}
        />
      </div>
      <div className="@container grid min-w-0 grid-cols-[minmax(0,1fr)] side:content-start">
        <AnswerPad
          key={question.index}
          question={question}
          countdown={countdown}
          answer={answer}
          submit={submit}
        />
      </div>
    </div>
  );
}
