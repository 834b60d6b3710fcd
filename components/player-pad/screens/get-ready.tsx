import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import { useWording } from "../use-wording.ts";

const COUNT_FROM = 3;

/** Three, two, one: the same beat on every phone, since all count down to the same instant. */
export function GetReady({ question, secondsLeft }: { question: PublicQuestion; secondsLeft: number }) {
  const { t, figure, instruction } = useWording();
  return (
    <div className="grid justify-items-center gap-5">
      <p className="font-semibold text-ink-muted text-lg">
        {question.index === 0
          ? t("question.ready")
          : t("question.numbered", { index: question.index + 1, total: question.total })}
      </p>
      <div className="relative grid size-44 place-items-center rounded-full bg-accent text-on-accent">
        <span
          key={secondsLeft}
          translate="no"
          aria-hidden="true"
          className="display numerals animate-pop text-8xl"
        >
          {figure(Math.min(Math.max(secondsLeft, 1), COUNT_FROM))}
        </span>
      </div>
      <p className="display text-2xl">{instruction(question)}</p>
      {question.points === 2 && <p className="font-semibold text-accent-ink">{t("question.double")}</p>}
    </div>
  );
}
