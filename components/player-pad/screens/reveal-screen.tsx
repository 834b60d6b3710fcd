import { useTranslations } from "next-intl";
import { useRefusalText } from "#components/connection/use-refusal-text.ts";
import { Written } from "#components/rich-text/written.tsx";
import type { AnswerState } from "#lib/client/answers/outbox.ts";
import type { You } from "#lib/session/players/you.ts";
import type { View } from "#lib/session/reports/view.ts";
import { Solution } from "../kinds/kinds.tsx";
import { outcomeOf, pointsWon } from "../outcome.ts";
import { PlaceLine } from "../place-line.tsx";
import { Prompt } from "../prompt.tsx";
import { OutcomeBanner } from "./outcome-banner.tsx";
import { PromptMedia } from "./prompt-media.tsx";

type RevealScreenProps = {
  view: View;
  you: You | null;
  rank: number | null;
  /** The answer as this page knows it: it may have been pressed and never stored. */
  answer: AnswerState;
};

/** How it went, what was right, why, and where that leaves the player. */
export function RevealScreen({ view, you, rank, answer }: RevealScreenProps) {
  const t = useTranslations("player");
  const loss = useLossNote(answer);
  const { question, reveal } = view;
  if (!question) return null;
  const outcome = outcomeOf(view, you);
  const response = you?.answer?.questionIndex === question.index ? you.answer.response : null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 pb-4 side:grid-cols-2 side:grid-rows-[auto_1fr]">
      <div className="grid gap-3">
        <OutcomeBanner
          outcome={outcome}
          points={pointsWon(view, you)}
          streak={you?.streak ?? 0}
          note={loss ?? t(question.index + 1 < question.total ? "outcome.next" : "outcome.last")}
          most={question.scored ? { points: 1_000 * question.points, streak: question.index + 1 } : null}
        />
        {question.scored && (
          <PlaceLine
            rank={outcome === "pending" ? null : rank}
            players={view.players}
            next={you?.next ?? null}
          />
        )}
      </div>
      <section
        aria-label={t("theAnswer")}
        className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4 side:row-span-2"
      >
        <Prompt text={question.prompt} muted />
        {question.media?.type === "image" && question.kind !== "pin" && (
          <PromptMedia media={question.media} small />
        )}
        {reveal && <Solution question={question} reveal={reveal} response={response} />}
      </section>
      {reveal?.explanation && (
        <Written
          as="p"
          text={reveal.explanation}
          className="self-start whitespace-pre-line break-words border-accent border-s-4 ps-4 text-pretty"
        />
      )}
    </div>
  );
}

function useLossNote(answer: AnswerState): string | undefined {
  const t = useTranslations("player.outcome");
  const refusalText = useRefusalText();
  if (answer.state === "saving") return t("onItsWay");
  if (answer.state !== "refused") return undefined;
  return t("notSaved", { reason: refusalText(answer.refusal.code) });
}
