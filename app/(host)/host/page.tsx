import { FileUp, LibraryBig, Plus, SearchX } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { EmptyTrash } from "#components/host-console/desk/empty-trash.tsx";
import { FirstSteps } from "#components/host-console/desk/first-steps.tsx";
import {
  isFiltered,
  libraryHref,
  readLibraryAddress,
} from "#components/host-console/desk/library-address.ts";
import { LibraryFilters } from "#components/host-console/desk/library-filters.tsx";
import { QuizCard } from "#components/host-console/desk/quiz-card.tsx";
import { RecentSessions } from "#components/host-console/desk/recent-sessions.tsx";
import { type RunningSession, RunningSessions } from "#components/host-console/desk/running-sessions.tsx";
import { SearchField } from "#components/host-console/desk/search-field.tsx";
import { ShelfLinks } from "#components/host-console/desk/shelf-links.tsx";
import { TrashCard } from "#components/host-console/desk/trash-card.tsx";
import { HostHeader } from "#components/host-console/host-header.tsx";
import { counted, phaseWords } from "#components/host-console/phase-words.ts";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/buttons/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { readCursor, writeCursor } from "#lib/api/quizzes/list-cursor.ts";
import { may } from "#lib/auth/rights.ts";
import { searchedWords } from "#lib/quiz/library/search-words.ts";
import { currentRuntime } from "#lib/runtime/current.ts";
import type { SessionSummary } from "#lib/session/session-store.ts";
import { requireHost } from "#lib/web/host.ts";
import {
  duplicateQuizAction,
  emptyTrashAction,
  endSessionAction,
  placeQuizAction,
  removeQuizAction,
  restoreQuizAction,
  signOutAction,
  startSessionAction,
  trashQuizAction,
} from "../actions.ts";
import { tryOutAction } from "../rehearsal/actions.ts";

export const metadata: Metadata = { title: "Your quizzes" };

const SESSIONS_READ = 40;
const RECENT_SHOWN = 8;
const CARD_ACTIONS = {
  start: startSessionAction,
  tryOut: tryOutAction,
  duplicate: duplicateQuizAction,
  place: placeQuizAction,
  trash: trashQuizAction,
};
const TRASH_ACTIONS = { restore: restoreQuizAction, remove: removeQuizAction, empty: emptyTrashAction };
const EMPTY = {
  active: "All your quizzes are in the archive or the trash",
  archived: "Nothing in the archive",
  trash: "The trash is empty",
};
/** A page of cards that a phone draws at once. */
const SHOWN = 48;
const UNTITLED = "Untitled quiz";

export default async function DashboardPage({ searchParams }: PageProps<"/host">) {
  const address = readLibraryAddress(await searchParams);
  const account = await requireHost(libraryHref(address));
  const [writes, runs] = [may(account, "write"), may(account, "run")];
  const runtime = currentRuntime();
  const { query, cursor, shelf, sort, folder, tag } = address;
  const [page, shelves, sessions] = await Promise.all([
    runtime.library.page(account.workspaceId, {
      words: query === "" ? null : searchedWords(query),
      after: (cursor !== null && readCursor(cursor, sort)) || undefined,
      folder: folder ?? undefined,
      tag: tag ?? undefined,
      shelf,
      sort,
      limit: SHOWN,
    }),
    runtime.library.shelves(account.workspaceId),
    runtime.sessions.listByAccount(account.workspaceId, SESSIONS_READ),
  ]);
  const quizzes = page.quizzes.map((quiz) => ({
    ...quiz,
    title: withoutMarks(quiz.title).trim() || UNTITLED,
  }));
  const folders = shelves.folders.map(({ name }) => name);
  const any = shelves.active + shelves.archived + shelves.trashed > 0;
  const running = await Promise.all(sessions.filter(({ phase }) => phase !== "ended").map(withPlace));
  const past = sessions.filter(({ phase }) => phase === "ended").slice(0, RECENT_SHOWN);

  return (
    <>
      <HostHeader account={account} signOut={signOutAction} />
      <main className="safe-x safe-bottom mx-auto grid w-full max-w-6xl gap-10 pt-2">
        {!writes && (
          <Banner>
            You are a viewer here: you can see quizzes and results. An owner can make you a host under People.
          </Banner>
        )}
        <RunningSessions sessions={running} endSession={runs ? endSessionAction : null} />
        {runs && sessions.length === 0 && shelves.active > 0 && !isFiltered(address) && <FirstSteps />}
        <section aria-labelledby="quizzes" className="grid gap-5">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h1 id="quizzes" className="display text-3xl sm:text-4xl">
              Your quizzes
            </h1>
            {writes && (
              <div className="flex flex-wrap gap-3">
                <ButtonLink href="/host/quizzes/import" variant="secondary" prefetch={false}>
                  <FileUp aria-hidden="true" className="size-5" />
                  Import
                </ButtonLink>
                <ButtonLink href="/host/quizzes/new" prefetch={false}>
                  <Plus aria-hidden="true" className="size-5" />
                  New quiz
                </ButtonLink>
              </div>
            )}
          </div>
          {any && (
            <div className="grid gap-3">
              <ShelfLinks address={address} shelves={shelves} />
              <div className="flex flex-wrap gap-3">
                <SearchField key={`${shelf} ${folder} ${tag}`} address={address} />
                <LibraryFilters address={address} shelves={shelves} />
              </div>
              <div className="flex min-h-11 flex-wrap items-center justify-between gap-3">
                <p role="status" className="numerals text-ink-muted">
                  {isFiltered(address)
                    ? `${counted(page.total, "quiz", "quizzes")} found`
                    : counted(page.total, "quiz", "quizzes")}
                </p>
                {isFiltered(address) && (
                  <Link
                    href={libraryHref({ ...address, query: "", folder: null, tag: null })}
                    prefetch={false}
                    className="inline-flex min-h-11 items-center rounded-sm font-semibold underline decoration-current/40 underline-offset-4"
                  >
                    Show all
                  </Link>
                )}
                {shelf === "trash" && shelves.trashed > 0 && (
                  <EmptyTrash trashed={shelves.trashed} empty={emptyTrashAction} />
                )}
              </div>
            </div>
          )}
          {quizzes.length === 0 && any ? (
            <EmptyState
              icon={<SearchX />}
              title={isFiltered(address) || cursor !== null ? "No quiz found" : EMPTY[shelf]}
              className="rounded-xl border border-dashed"
            >
              {isFiltered(address)
                ? "Every word you type must appear in a title, a question, an answer or a tag."
                : null}
            </EmptyState>
          ) : quizzes.length === 0 ? (
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
              A quiz is a handful of questions; three good ones are enough to start. You can also import
              questions that you already have.
            </EmptyState>
          ) : (
            <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(19rem,100%),1fr))] gap-5">
              {quizzes.map((quiz) =>
                writes && shelf === "trash" ? (
                  <TrashCard key={quiz.id} quiz={quiz} actions={TRASH_ACTIONS} />
                ) : (
                  <QuizCard
                    key={quiz.id}
                    actions={writes && runs ? CARD_ACTIONS : null}
                    you={account.id}
                    address={address}
                    folders={folders}
                    quiz={quiz}
                  />
                ),
              )}
            </ul>
          )}
          {(cursor !== null || page.next) && (
            <nav aria-label="Pages" className="flex flex-wrap justify-between gap-3">
              {cursor !== null && (
                <ButtonLink href={libraryHref(address)} variant="secondary" prefetch={false}>
                  First page
                </ButtonLink>
              )}
              {page.next && (
                <ButtonLink
                  href={libraryHref(address, { cursor: writeCursor(page.next, sort) })}
                  variant="secondary"
                  prefetch={false}
                  className="ml-auto"
                >
                  {`Next ${SHOWN}`}
                </ButtonLink>
              )}
            </nav>
          )}
        </section>
        <RecentSessions sessions={past} you={account.id} />
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
