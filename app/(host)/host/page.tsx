import { LibraryBig, Plus } from "lucide-react";
import type { Metadata } from "next";
import { FirstSteps } from "#components/host-console/desk/first-steps.tsx";
import { QuizCard } from "#components/host-console/desk/quiz-card.tsx";
import { RecentSessions } from "#components/host-console/desk/recent-sessions.tsx";
import { type RunningSession, RunningSessions } from "#components/host-console/desk/running-sessions.tsx";
import { HostHeader } from "#components/host-console/host-header.tsx";
import { phaseWords } from "#components/host-console/phase-words.ts";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { currentRuntime } from "#lib/runtime/current.ts";
import type { SessionSummary } from "#lib/session/session-store.ts";
import { requireHost } from "#lib/web/host.ts";
import {
  deleteQuizAction,
  duplicateQuizAction,
  endSessionAction,
  signOutAction,
  startSessionAction,
} from "../actions.ts";
import { tryOutAction } from "../rehearsal/actions.ts";

export const metadata: Metadata = { title: "Your quizzes" };

const SESSIONS_READ = 40;
const RECENT_SHOWN = 8;
const CARD_ACTIONS = {
  start: startSessionAction,
  tryOut: tryOutAction,
  duplicate: duplicateQuizAction,
  remove: deleteQuizAction,
};
const UNTITLED = "Untitled quiz";

export default async function DashboardPage() {
  const account = await requireHost("/host");
  const runtime = currentRuntime();
  const [quizzes, sessions] = await Promise.all([
    runtime.quizzes.list(account.id),
    runtime.sessions.listByAccount(account.id, SESSIONS_READ),
  ]);
  const running = await Promise.all(sessions.filter(({ phase }) => phase !== "ended").map(withPlace));
  const past = sessions.filter(({ phase }) => phase === "ended").slice(0, RECENT_SHOWN);

  return (
    <>
      <HostHeader account={account} signOut={signOutAction} />
      <main className="safe-x safe-bottom mx-auto grid w-full max-w-6xl gap-10 pt-2">
        <RunningSessions sessions={running} endSession={endSessionAction} />
        {sessions.length === 0 && quizzes.length > 0 && <FirstSteps />}
        <section aria-labelledby="quizzes" className="grid gap-5">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h1 id="quizzes" className="display text-3xl sm:text-4xl">
              Your quizzes
            </h1>
            <ButtonLink href="/host/quizzes/new" prefetch={false}>
              <Plus aria-hidden="true" className="size-5" />
              New quiz
            </ButtonLink>
          </div>
          {quizzes.length === 0 ? (
            <EmptyState
              icon={<LibraryBig />}
              title="No quizzes yet"
              className="rounded-xl border border-dashed"
              action={
                <ButtonLink href="/host/quizzes/new" variant="secondary" prefetch={false}>
                  Write the first quiz
                </ButtonLink>
              }
            >
              A quiz is a handful of questions. Three good ones are enough to start.
            </EmptyState>
          ) : (
            <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(19rem,100%),1fr))] gap-5">
              {quizzes.map((quiz) => (
                <QuizCard
                  key={quiz.id}
                  actions={CARD_ACTIONS}
                  quiz={{ ...quiz, title: withoutMarks(quiz.title).trim() || UNTITLED }}
                />
              ))}
            </ul>
          )}
        </section>
        <RecentSessions sessions={past} />
      </main>
    </>
  );
}

async function withPlace({ id, pin, title, players, questions }: SessionSummary): Promise<RunningSession> {
  const session = await currentRuntime().sessions.get(id);
  return {
    id,
    pin,
    title: withoutMarks(title),
    players,
    where: phaseWords(session?.phase ?? { name: "lobby" }, questions),
    over: session?.phase.name === "podium",
  };
}
