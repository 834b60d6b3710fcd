import { Folder, Hash, PencilLine } from "lucide-react";
import Link from "next/link";
import { problemHref } from "#components/start-session/problem-href.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { QuizSummary } from "#lib/quiz/quiz-store.ts";
import type { QuizCardActions } from "../host-actions.ts";
import { counted } from "../phase-words.ts";
import { type LibraryAddress, libraryHref } from "./library-address.ts";
import { QuizActions } from "./quiz-actions.tsx";
import { QuizCover } from "./quiz-cover.tsx";

type QuizCardProps = {
  quiz: QuizSummary;
  /** Of the list it stands in; its folder and tags lead to theirs. */
  address: LibraryAddress;
  folders: readonly string[];
  /** Null for who may only look. */
  actions: QuizCardActions | null;
  /** The viewer: quizzes of others say whose they are. */
  you: string;
};

/** One quiz on the shelf. The whole upper part leads to the editor. */
export function QuizCard({ quiz, address, folders, actions, you }: QuizCardProps) {
  return (
    <li className="group relative flex flex-col rounded-xl bg-surface-raised shadow-card ring-1 ring-line/70">
      <QuizCover id={quiz.id} className="h-20 rounded-t-xl" />
      <div className="grid flex-1 content-start gap-1.5 px-5 pt-4 pb-2">
        <h2 className="display text-balance break-words text-xl">
          {actions ? (
            <Link
              href={`/host/quizzes/${quiz.id}`}
              prefetch={false}
              className="rounded-sm after:absolute after:inset-x-0 after:top-0 after:bottom-16 after:rounded-t-xl group-hover:underline group-hover:decoration-2 group-hover:underline-offset-4"
            >
              {quiz.title}
            </Link>
          ) : (
            quiz.title
          )}
        </h2>
        {quiz.description && (
          <p className="line-clamp-2 text-pretty text-[0.9375rem] text-ink-muted leading-snug">
            {quiz.description}
          </p>
        )}
        {actions && quiz.problems > 0 && (
          <p className="relative justify-self-start">
            <Link
              href={problemHref(quiz.id, quiz.firstProblems[0]?.path ?? "")}
              prefetch={false}
              className="numerals -mx-1.5 inline-flex min-h-8 items-center gap-1.5 rounded-sm px-1.5 font-semibold text-sm text-warning-ink underline decoration-current/40 underline-offset-4 hover:bg-ink/5"
            >
              <PencilLine aria-hidden="true" className="size-4 shrink-0" />
              <span>{`Draft · ${counted(quiz.problems, "thing")} to finish`}</span>
            </Link>
          </p>
        )}
        <p className="numerals text-ink-muted text-sm">
          <span>{counted(quiz.questions, "question")}</span> · changed <LocalTime atMs={quiz.updatedAtMs} />
          {quiz.madeBy && quiz.madeBy.id !== you && <span>{` · by ${quiz.madeBy.name}`}</span>}
        </p>
        {(quiz.folder !== null || quiz.tags.length > 0) && (
          <ul aria-label="Folder and tags" className="relative -mx-1 flex flex-wrap gap-1 justify-self-start">
            {quiz.folder !== null && (
              <li className="min-w-0">
                <Link
                  href={libraryHref(address, { folder: quiz.folder, tag: null })}
                  prefetch={false}
                  className={mark}
                >
                  <Folder aria-hidden="true" className="size-3.5 shrink-0" />
                  <span className="truncate">{quiz.folder}</span>
                </Link>
              </li>
            )}
            {quiz.tags.map((tag) => (
              <li key={tag} className="min-w-0">
                <Link href={libraryHref(address, { tag, folder: null })} prefetch={false} className={mark}>
                  <Hash aria-hidden="true" className="size-3.5 shrink-0" />
                  <span className="truncate">{tag}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
      {actions ? <QuizActions quiz={quiz} folders={folders} actions={actions} /> : <span className="h-3" />}
    </li>
  );
}

const mark =
  "inline-flex min-h-8 max-w-48 items-center gap-1 rounded-full bg-surface-sunken px-2.5 font-medium text-ink-muted text-sm ring-1 ring-line ring-inset hover:text-ink";
