"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
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

/** To the pad, an answer that is being changed is one that is still to be given; what was put together stands on it. */
const NOT_ANSWERED: AnswerState = { state: "idle" };

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
  const { wordsShown: words, changesAnswers } = useGameAround();
  // The response that another one is to take the place of.
  const [replacing, setReplacing] = useState<Response | null>(null);
  const mayChange =
    changesAnswers && answer.state === "saved" && countdown.stage === "open" && !countdown.paused;
  const changing = mayChange && answer.response === replacing;
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
          {...(mayChange && {
            change: { changing, onToggle: () => setReplacing(changing ? null : answer.response) },
          })}
        />
      </div>
      <div className="@container grid min-w-0 grid-cols-[minmax(0,1fr)] side:content-start">
        <AnswerPad
          key={question.index}
          question={question}
          countdown={countdown}
          answer={changing ? NOT_ANSWERED : answer}
          submit={(response) => {
            setReplacing(null);
            submit(response);
          }}
        />
      </div>
    </div>
  );
}
