import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QuizEditor } from "#components/quiz-editor/quiz-editor.tsx";
import { currentRuntime } from "#lib/runtime/current.ts";
import { requireHost } from "#lib/web/host.ts";
import { startSessionAction } from "../../../actions.ts";
import { tryOutAction } from "../../../rehearsal/actions.ts";

export const metadata: Metadata = { title: "Edit quiz" };

export default async function EditQuizPage({ params }: PageProps<"/host/quizzes/[id]">) {
  const { id } = await params;
  const account = await requireHost(`/host/quizzes/${id}`, "write");
  const stored = await currentRuntime().quizzes.get(account.workspaceId, id);
  if (!stored) notFound();
  return (
    <QuizEditor
      startSession={startSessionAction}
      tryOut={tryOutAction}
      key={id}
      id={id}
      stored={{ version: stored.version, quiz: stored.quiz }}
    />
  );
}
