import { parseDraft, type QuestionDraft } from "../../../quiz/drafts/quiz-draft.ts";
import { questionSchema } from "../../../quiz/kinds/registry.ts";
import type { ReadQuiz, ReadRow } from "../shapes.ts";

/** The ids of all files that the questions of an import show. Only the own JSON can name any. */
export function filesNamed({ quizzes }: { quizzes: readonly ReadQuiz[] }): string[] {
  const ids = quizzes.flatMap(({ quiz }) => quiz.questions.flatMap(idsIn));
  return [...new Set(ids)];
}

/** The same import without files that are not its host's: a quiz shows none that may vanish (docs/SPEC.md, MD7). */
export function withOwnFiles<Read extends { quizzes: ReadQuiz[] }>(
  read: Read,
  owned: ReadonlySet<string>,
): Read {
  return { ...read, quizzes: read.quizzes.map((quiz) => ownQuiz(quiz, owned)) };
}

function ownQuiz(quiz: ReadQuiz, owned: ReadonlySet<string>): ReadQuiz {
  if (quiz.quiz.questions.every((question) => idsIn(question).every((id) => owned.has(id)))) return quiz;
  const questions: QuestionDraft[] = [];
  const rows = quiz.rows.map((row): ReadRow => {
    const question = row.question === null ? undefined : quiz.quiz.questions[row.question];
    if (!question) return row;
    if (idsIn(question).every((id) => owned.has(id)))
      return { ...row, question: questions.push(question) - 1 };
    const without = withoutFiles(question, owned);
    const parsed = questionSchema.safeParse(without);
    const messages = [...row.messages, "A file it shows is not among yours and was left out; add it again."];
    if (parsed.success)
      return {
        ...row,
        status: "changed",
        messages,
        question: questions.push(parsed.data as QuestionDraft) - 1,
      };
    const draft = parseDraft({ title: "", questions: [without] });
    return {
      ...row,
      status: "refused",
      messages: ["A file that it needs is not among yours. Add it again."],
      question: null,
      draft: draft.ok ? (draft.value.questions[0] ?? null) : null,
    };
  });
  return { ...quiz, quiz: { ...quiz.quiz, questions }, rows };
}

type Shown = { media?: { id: string; captions?: { id: string }[] }; options?: { image?: { id: string } }[] };

function idsIn(question: QuestionDraft): string[] {
  const { media, options = [] } = question as Shown;
  return [
    ...(media ? [media.id, ...(media.captions ?? []).map(({ id }) => id)] : []),
    ...options.flatMap(({ image }) => (image ? [image.id] : [])),
  ];
}

function withoutFiles(question: QuestionDraft, owned: ReadonlySet<string>): unknown {
  const { media, options, ...rest } = question as Shown & Record<string, unknown>;
  const captions = media?.captions?.filter(({ id }) => owned.has(id));
  return {
    ...rest,
    ...(media && owned.has(media.id) ? { media: { ...media, ...(captions ? { captions } : {}) } } : {}),
    ...(options
      ? {
          options: options.map(({ image, ...option }) => ({
            ...option,
            ...(image && owned.has(image.id) ? { image } : {}),
          })),
        }
      : {}),
  };
}
