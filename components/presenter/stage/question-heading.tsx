import { useTranslations } from "next-intl";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import { Heading, HeadingTag } from "./stage-frame.tsx";

/** "Question 3 of 10", and what it is worth when that is unusual. */
export function QuestionHeading({ question }: { question: PublicQuestion }) {
  const t = useTranslations("screen.question");
  return (
    <>
      <Heading>{t("of", { index: question.index + 1, total: question.total })}</Heading>
      {question.points === 2 && <HeadingTag loud>{t("double")}</HeadingTag>}
      {question.points === 0 && <HeadingTag>{t(tagOf(question.kind))}</HeadingTag>}
    </>
  );
}

/** Kinds where nothing is right or wrong are named. */
function tagOf(kind: string) {
  return kind === "poll" || kind === "rating" || kind === "wordcloud" ? kind : "noPoints";
}
