import type { PublicQuestionView } from "#lib/session/view.ts";
import { Heading, HeadingTag } from "./stage-frame.tsx";

/** "Question 3 of 10", and what it is worth when that is unusual. */
export function QuestionHeading({ question }: { question: PublicQuestionView }) {
  return (
    <>
      <Heading>
        Question {question.index + 1} of {question.total}
      </Heading>
      {question.points === 2 && <HeadingTag loud>2× points</HeadingTag>}
      {question.kind === "poll" ? (
        <HeadingTag>Poll</HeadingTag>
      ) : (
        question.points === 0 && <HeadingTag>No points</HeadingTag>
      )}
    </>
  );
}
