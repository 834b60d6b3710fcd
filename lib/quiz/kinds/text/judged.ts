import { type AnswerForms, answerForms } from "./answer-forms.ts";
import { type Spelled, spelled } from "./slips.ts";

/** The accepted answers of a question, ready to be compared. */
export interface Judged {
  accepted: readonly Listed[];
  /** Words that are never forgiven as a slip. */
  ruledOut: readonly Listed[];
}

/** An answer of the author's, for the exact comparison and for slips. */
export type Listed = Spelled & { forms: AnswerForms };

export function judgedOf(question: {
  accepted: readonly string[];
  notAccepted?: readonly string[] | undefined;
  language?: string | undefined;
}): Judged {
  const { accepted, notAccepted = [], language } = question;
  const listed = (text: string) => listedIn(language, text);
  return { accepted: accepted.map(listed), ruledOut: notAccepted.map(listed) };
}

function listedIn(language: string | undefined, text: string): Listed {
  const forms = answerForms(text, language, "accepted");
  return { ...spelled(text, forms.words), forms };
}
