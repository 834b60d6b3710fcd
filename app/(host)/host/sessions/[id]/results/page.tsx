import { ArrowLeft, Download, FileCheck } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { HostHeader } from "#components/host-console/host-header.tsx";
import { RegradeLog } from "#components/host-console/regrade/regrade-log.tsx";
import { AtAGlance } from "#components/host-console/results/at-a-glance.tsx";
import { DeleteSession } from "#components/host-console/results/delete-session.tsx";
import { PlayAgain } from "#components/host-console/results/play-again.tsx";
import { PlayersTable } from "#components/host-console/results/players-table.tsx";
import { QuestionReport } from "#components/host-console/results/question-report.tsx";
import { judgedOf, summaryOf } from "#components/host-console/results/summary.ts";
import { SummaryCards } from "#components/host-console/results/summary-cards.tsx";
import { TeamsTable } from "#components/host-console/results/teams-table.tsx";
import { WorthALook } from "#components/host-console/results/worth-a-look.tsx";
import { InLanguage } from "#components/rich-text/in-language.tsx";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { Written } from "#components/rich-text/written.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/buttons/button-link.tsx";
import { buttonStyles } from "#components/ui/buttons/button-styles.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { ownPlayedSession } from "#lib/api/sessions/session-access.ts";
import { named, sessionHints } from "#lib/api/sessions/session-hints.ts";
import { sessionResults } from "#lib/api/sessions/session-results.ts";
import { may } from "#lib/auth/rights.ts";
import { questionAt } from "#lib/quiz/freeze.ts";
import { hasRecord } from "#lib/record/write-record.ts";
import { currentRuntime } from "#lib/runtime/current.ts";
import { questionsOver } from "#lib/session/phases/questions-over.ts";
import { unsettledQuestion } from "#lib/session/phases/running-phase.ts";
import { statisticsOf } from "#lib/session/reports/statistics.ts";
import { requireHost } from "#lib/web/host.ts";
import {
  deletePlayerAction,
  deleteSessionAction,
  signOutAction,
  startSessionAction,
} from "../../../../actions.ts";

export const metadata: Metadata = { title: "Results" };

export default async function ResultsPage({ params }: PageProps<"/host/sessions/[id]/results">) {
  const { id } = await params;
  const account = await requireHost(`/host/sessions/${id}/results`);
  const runs = may(account, "run");
  const runtime = currentRuntime();
  const live = await ownPlayedSession(runtime, account, id);
  if (!live.ok) notFound();
  const { session } = live.value;
  const { results, answers, players } = await sessionResults(runtime, session);
  const statistics = statisticsOf(session, players, answers);
  const regrades = (await runtime.regrading.list(id)).map(({ was: _, sessionId: __, ...told }) => told);
  const over = unsettledQuestion(session.phase) === null ? questionsOver(session) : 0;
  const replacedAtMs = await runtime.retention.namesReplacedAtMs(id);
  const hints = await sessionHints(runtime, session, answers);
  const asked = results.questions.filter((question) => question.asked && !question.voided);
  const download = `/api/v1/sessions/${id}/results`;

  return (
    <InLanguage language={session.quiz.language}>
      <HostHeader account={account} signOut={signOutAction} />
      <main className="safe-x safe-bottom mx-auto grid w-full max-w-6xl gap-8 pt-1">
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
          <div className="grid min-w-0 gap-1">
            <Link
              href="/host"
              className="inline-flex min-h-11 items-center gap-1.5 justify-self-start rounded-sm font-medium text-ink-muted hover:text-ink"
            >
              <ArrowLeft aria-hidden="true" className="size-4.5" />
              Your quizzes
            </Link>
            <Written
              as="h1"
              text={withoutMarks(results.title)}
              inWords
              className="display break-words align-page text-4xl"
            />
            <p className="text-ink-muted">
              Played <LocalTime atMs={results.startedAtMs ?? results.createdAtMs} />
            </p>
          </div>
          <div className="flex flex-wrap gap-3">
            <a href={`${download}?format=xlsx`} download className={buttonStyles("secondary", "md")}>
              <Download aria-hidden="true" className="size-5" />
              Workbook (XLSX)
            </a>
            <a href={`${download}?format=csv`} download className={buttonStyles("secondary", "md")}>
              <Download aria-hidden="true" className="size-5" />
              Results (CSV)
            </a>
            <a href={`${download}/answers?format=csv`} download className={buttonStyles("secondary", "md")}>
              <Download aria-hidden="true" className="size-5" />
              All answers (CSV)
            </a>
            {hasRecord(session) && (
              <a
                href={`/api/v1/sessions/${id}/record`}
                download
                className={buttonStyles("secondary", "md")}
                title="Every score can be recomputed from it: npm run verify -- FILE"
              >
                <FileCheck aria-hidden="true" className="size-5" />
                Record
              </a>
            )}
            {runs && session.quizId !== null && session.phase.name === "ended" && (
              <PlayAgain
                quizId={session.quizId}
                settings={session.settings}
                startSession={startSessionAction}
              />
            )}
          </div>
        </div>
        {session.phase.name !== "ended" && (
          <Banner
            action={
              runs && (
                <ButtonLink href={`/host/sessions/${id}`} variant="secondary">
                  Control room
                </ButtonLink>
              )
            }
          >
            This quiz is still running; these are its results so far.
          </Banner>
        )}
        {replacedAtMs !== null && (
          <Banner>
            Names were replaced <LocalTime atMs={replacedAtMs} />, as your workspace has chosen under{" "}
            <Link href="/host/privacy" className="underline">
              Privacy
            </Link>
            .
          </Banner>
        )}
        {results.players.length === 0 ? (
          <EmptyState title="Nobody joined" className="rounded-xl border border-dashed">
            There is nothing to report about this session.
          </EmptyState>
        ) : (
          <>
            <SummaryCards summary={summaryOf(results)} />
            {results.teams && (
              <section aria-labelledby="teams" className="grid gap-4">
                <h2 id="teams" className="display text-2xl">
                  Teams
                </h2>
                <TeamsTable teams={results.teams} />
              </section>
            )}
            {judgedOf(results.questions).length > 0 && <AtAGlance results={results} />}
            <RegradeLog sessionId={id} regrades={regrades} undoable={runs} />
            <WorthALook hints={named(hints, results.players)} />
            <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
              <section aria-labelledby="players" className="grid gap-4">
                <h2 id="players" className="display text-2xl">
                  Players
                </h2>
                <PlayersTable
                  players={results.players}
                  teams={results.teams}
                  judged={judgedOf(results.questions).length}
                  earning={asked.filter(({ points }) => points > 0).length}
                  asked={asked.filter(({ kind }) => kind !== "slide").length}
                  sessionId={id}
                  deletePlayer={runs ? deletePlayerAction : null}
                />
              </section>
              <section aria-labelledby="questions" className="grid gap-4">
                <h2 id="questions" className="display text-2xl">
                  Questions
                </h2>
                <ol className="grid gap-4">
                  {results.questions
                    .filter(({ kind }) => kind !== "slide")
                    .map((question) => (
                      <QuestionReport
                        key={question.index}
                        sessionId={id}
                        fixable={runs && question.index < over}
                        question={question}
                        frozen={questionAt(session.quiz, question.index)}
                        players={results.players}
                        statistics={statistics.questions[question.index]}
                      />
                    ))}
                </ol>
              </section>
            </div>
          </>
        )}
        {runs && (
          <div className="border-t pt-4">
            <DeleteSession
              id={id}
              title={withoutMarks(results.title)}
              players={results.players.length}
              running={session.phase.name !== "ended"}
              deleteSession={deleteSessionAction}
            />
          </div>
        )}
      </main>
    </InLanguage>
  );
}
