import type { Metadata } from "next";
import { QuizImport } from "#components/interchange/import/quiz-import.tsx";
import { likelyLanguage } from "#lib/language/choose.ts";
import { asking } from "#lib/web/asking.ts";
import { requireHost } from "#lib/web/host.ts";

export const metadata: Metadata = { title: "Import questions" };

export default async function ImportPage() {
  await requireHost("/host/quizzes/import", "write");
  const { headers } = await asking();
  const language = likelyLanguage({
    cookie: headers.get("cookie") ?? "",
    acceptLanguage: headers.get("accept-language") ?? "",
  });
  return <QuizImport language={language} />;
}
