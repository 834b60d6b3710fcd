/** The feedback of a right answer becomes the explanation; feedback of other answers has no place and is reported. */
export function feedbackOf<A extends { feedback: string }>(
  answers: readonly A[],
  right: (answer: A) => boolean,
  changes: string[],
): string {
  const explaining = answers.find((answer) => right(answer) && answer.feedback !== "");
  if (answers.some((answer) => answer.feedback !== "" && answer !== explaining))
    changes.push("Feedback on single answers was left out.");
  return explaining?.feedback ?? "";
}
