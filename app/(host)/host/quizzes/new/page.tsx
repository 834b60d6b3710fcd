import type { Metadata } from "next";
import { QuizEditor } from "#components/quiz-editor/quiz-editor.tsx";
import { newId } from "#lib/kernel/ids.ts";
import { likelyLanguage } from "#lib/language/choose.ts";
import { asking } from "#lib/web/asking.ts";
import { requireHost } from "#lib/web/host.ts";
import { startSessionAction } from "../../../actions.ts";
import { tryOutAction } from "../../../rehearsal/actions.ts";

export const metadata: Metadata = { title: "New quiz" };

export default async function NewQuizPage() {
  await requireHost("/host/quizzes/new", "write");
  const { headers } = await asking();
  const language = likelyLanguage({
    cookie: headers.get("cookie") ?? "",
    acceptLanguage: headers.get("accept-language") ?? "",
  });
  // Named before it is written, so that every new quiz is one of its own, however often its first save is sent.
  const id = newId();
  return (
    <QuizEditor
      startSession={startSessionAction}
      tryOut={tryOutAction}
      key={id}
      id={id}
      stored={null}
      language={language}
    />
  );
}
