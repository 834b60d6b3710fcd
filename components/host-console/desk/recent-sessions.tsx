import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { SessionSummary } from "#lib/session/session-store.ts";
import { counted } from "../phase-words.ts";

/** Past sessions, each a way to its results. */
export function RecentSessions({
  sessions,
  you,
}: {
  sessions: readonly SessionSummary[];
  /** The viewer: sessions of others say whose they are. */
  you: string;
}) {
  if (sessions.length === 0) return null;
  return (
    <section aria-labelledby="recent" className="grid gap-3">
      <h2 id="recent" className="display text-2xl">
        Played before
      </h2>
      <ul className="divide-y rounded-xl border bg-surface">
        {sessions.map((session) => (
          <li key={session.id}>
            <Link
              href={`/host/sessions/${session.id}/results`}
              prefetch={false}
              className="flex min-h-14 items-center gap-4 px-5 py-2.5 hover:bg-ink/4"
            >
              <span className="grid min-w-0 flex-1 sm:flex sm:items-baseline sm:gap-4">
                <span className="min-w-0 flex-1 truncate font-semibold">{withoutMarks(session.title)}</span>
                <span className="numerals text-ink-muted text-sm">
                  <LocalTime atMs={session.createdAtMs} /> · <span>{counted(session.players, "player")}</span>
                  {session.madeBy && session.madeBy.id !== you && <span>{` · ${session.madeBy.name}`}</span>}
                </span>
              </span>
              <span className="font-medium text-sm max-sm:sr-only">Results</span>
              <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
