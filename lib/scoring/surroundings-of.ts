import { answerWords } from "../quiz/answer-words.ts";
import type { FrozenQuiz } from "../quiz/freeze.ts";
import { NO_SURROUNDINGS, type Surroundings } from "../quiz/surroundings.ts";

/** What the grades of a quiz's answers may depend on besides their question. Most quizzes never ask for its words. */
export function surroundingsOf(
  quiz: FrozenQuiz,
  listsWith: Surroundings["listsWith"] = NO_SURROUNDINGS.listsWith,
): Surroundings {
  let words: Set<string> | null = null;
  return {
    listsWith,
    isAnswerWord(word) {
      words ??= answerWords(quiz.questions);
      return words.has(word);
    },
  };
}
