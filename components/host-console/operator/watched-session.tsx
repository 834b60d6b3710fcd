"use client";

import { Banner } from "#components/ui/banner.tsx";
import { PinDisplay } from "#components/ui/pin-display.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { counted, phaseWords } from "../phase-words.ts";
import { readSession } from "./operator-api.ts";
import { usePolled } from "./use-polled.ts";

/** What the screens of a session see, without being one of them: nothing here changes anything. */
export function WatchedSession({ id }: { id: string }) {
  const { value, trouble } = usePolled(() => readSession(id));
  if (!value)
    return trouble ? <Banner tone="danger">{trouble}</Banner> : <Skeleton className="h-64 rounded-xl" />;
  const { view, connected, standings } = value;
  const { question } = view;
  return (
    <>
      {trouble && <Banner tone="warning">{trouble}</Banner>}
      <section
        data-theme="dark"
        className="stage flex flex-wrap items-center gap-x-8 gap-y-4 rounded-xl p-5 sm:px-6"
        aria-label="Where it stands"
      >
        <PinDisplay pin={view.pin} className="text-3xl text-accent-ink" />
        <div className="grid min-w-0 flex-1 basis-60 gap-1">
          <p className="font-semibold text-lg leading-tight">{phaseWords(view.phase, view.questions)}</p>
          <p className="numerals text-ink-muted">
            {`${counted(view.players, "player")}, ${connected.players.toLocaleString("en")} connected · ${counted(connected.hosts, "control room")} · ${counted(connected.presenters, "big screen")}`}
          </p>
        </div>
      </section>
      {question && (
        <section aria-labelledby="question" className="grid gap-3 rounded-xl border bg-surface p-5">
          <h2 id="question" className="font-medium text-ink-muted text-sm">
            What is asked
          </h2>
          <p lang={view.language} className="break-words font-semibold text-xl leading-snug">
            {question.prompt}
          </p>
          <p className="numerals text-ink-muted">{`${view.answered.toLocaleString("en")} of ${counted(view.players, "player")} answered`}</p>
        </section>
      )}
      {standings.length > 0 && (
        <section aria-labelledby="standings" className="grid gap-3">
          <h2 id="standings" className="display text-2xl">
            In front
          </h2>
          <ol className="divide-y rounded-xl border bg-surface">
            {standings.map(({ playerId, rank, name, score }) => (
              <li key={playerId} className="numerals flex items-baseline gap-4 px-5 py-2.5">
                <span className="w-8 text-ink-muted">{rank}</span>
                <span className="min-w-0 flex-1 break-words">{name}</span>
                <span className="font-semibold">{score.toLocaleString("en")}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
