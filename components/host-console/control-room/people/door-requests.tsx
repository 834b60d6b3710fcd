"use client";

import { DoorOpen } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { useSeatRequests, useServerClock } from "#lib/client/connection/use-live-state.ts";
import type { AnswerSeatAction } from "../../host-actions.ts";

type Request = NonNullable<ReturnType<typeof useSeatRequests>>[number];

type DoorRequestsProps = { sessionId: string; answerSeat: AnswerSeatAction };

/** Somebody tried a taken name and says it is theirs. Only the host can tell; the number says which device. */
export function DoorRequests({ sessionId, answerSeat }: DoorRequestsProps) {
  const requests = useSeatRequests() ?? [];
  const waiting = useStillWaiting(requests);
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = waiting.filter(({ id }) => !answered.includes(id));

  async function answer(ids: readonly string[], verdict: "give" | "decline") {
    // The request leaves the list at once; the server's reply follows.
    setAnswered((before) => [...before, ...ids]);
    setProblem(null);
    for (const id of ids) {
      const why = await said(() => answerSeat(sessionId, { id, verdict }));
      if (why === null) continue;
      setProblem(why);
      setAnswered((before) => before.filter((each) => each !== id));
    }
  }

  // Always rendered: a live region announces only later changes. Empty, it takes no room.
  return (
    <section aria-label="Players asking for their seat" aria-live="polite" className="grid gap-2 empty:-mt-4">
      {problem && <p className="font-medium text-danger-ink">{problem}</p>}
      {shown.length > 0 && (
        <ul className="grid max-h-[19rem] gap-2 overflow-y-auto">
          {shown.map((request) => (
            <Row
              key={request.id}
              request={request}
              onAnswer={(verdict) => void answer([request.id], verdict)}
            />
          ))}
        </ul>
      )}
      {shown.length > 2 && (
        <Button
          variant="ghost"
          className="justify-self-end"
          onClick={() =>
            void answer(
              shown.map(({ id }) => id),
              "decline",
            )
          }
        >
          {`Decline all ${shown.length}`}
        </Button>
      )}
    </section>
  );
}

function Row({ request, onAnswer }: { request: Request; onAnswer(verdict: "give" | "decline"): void }) {
  const { name, number, connected } = request;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2.5 rounded-lg bg-surface-raised px-4 py-3 ring-1 ring-line">
      <DoorOpen aria-hidden="true" className="size-5 shrink-0 text-accent-ink max-sm:hidden" />
      <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
        <p className="break-words font-semibold">
          Someone on another device says they are <bdi>{name}</bdi>.
        </p>
        <p className="text-ink-muted text-sm">
          Their screen shows <strong className="numerals text-ink">{number}</strong>.{" "}
          {connected ? (
            <span className="font-medium text-warning-ink">
              <bdi>{name}</bdi> is connected right now.
            </span>
          ) : (
            <>
              <bdi>{name}</bdi> is not connected.
            </>
          )}
        </p>
      </div>
      <div className="flex gap-2">
        <Button variant="secondary" onClick={() => onAnswer("give")}>
          <span>Give the seat</span>
          <span className="sr-only">{` of ${name} to the device that shows ${number}`}</span>
        </Button>
        <Button variant="ghost" onClick={() => onAnswer("decline")}>
          <span>Decline</span>
          <span className="sr-only">{` the device that shows ${number}`}</span>
        </Button>
      </div>
    </li>
  );
}

/** Null when it is done; otherwise why not. */
async function said(answer: () => ReturnType<AnswerSeatAction>): Promise<string | null> {
  try {
    const done = await answer();
    return done.ok ? null : done.refusal.message;
  } catch {
    return "The server could not be reached. Check the connection and try again.";
  }
}

/** Without those whose time has run out since the server told of them. */
function useStillWaiting(requests: readonly Request[]): readonly Request[] {
  const { serverNow } = useServerClock();
  const [nowMs, setNowMs] = useState(0);
  useEffect(() => {
    if (requests.length === 0) return;
    setNowMs(serverNow());
    const timer = setInterval(() => setNowMs(serverNow()), 5_000);
    return () => clearInterval(timer);
  }, [requests, serverNow]);
  return requests.filter(({ untilMs }) => untilMs > nowMs);
}
