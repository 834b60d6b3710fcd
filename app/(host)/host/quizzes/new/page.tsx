import type { Metadata } from "next";
import { QuizEditor } from "#components/quiz-editor/quiz-editor.tsx";
import { requireHost } from "#lib/web/host.ts";

export const metadata: Metadata = { title: "New quiz" };

export default async function NewQuizPage() {
  await requireHost("/host/quizzes/new");
  return <QuizEditor key="new" stored={null} />;
}
