"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { ProblemLine } from "#components/ui/fields/problem-line.tsx";
import { askApi } from "#lib/client/ask-api.ts";
import { QueryProvider } from "#lib/client/query-provider.tsx";
import { counted } from "../../phase-words.ts";
import { regrade, undoRegrade } from "../../regrade/regrade-api.ts";

type NearMissesProps = {
  sessionId: string;
  questionIndex: number;
  /** How many answers are counted, and how many of them right: when late ones come, it is asked again. */
  answered: number;
  correct: number;
};

/**
 * Wrong answers that were close. One tap gives their players the points now and makes the quiz accept them; another one only
 * does so from the next time on.
 */
export function NearMisses(props: NearMissesProps) {
  return (
    <QueryProvider>
      <List {...props} />
    </QueryProvider>
  );
}

interface NearMiss {
  text: string;
  count: number;
  accepted: boolean;
}

function List({ sessionId, questionIndex, answered, correct }: NearMissesProps) {
  const path = `/sessions/${sessionId}`;
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const { refresh } = useRouter();
  const { data = [] } = useQuery({
    queryKey: ["near-misses", sessionId, questionIndex, answered, correct],
    // When everybody was right there is nothing to look for.
    enabled: correct < answered,
    queryFn: async () => {
      const asked = `${path}/near-misses?question=${questionIndex}`;
      return (await askApi<{ nearMisses: NearMiss[] }>(asked, { fresh: true })).nearMisses;
    },
    placeholderData: (before) => before,
  });
  const acceptFromNow = (text: string) =>
    askApi(`${path}/accepted-answers`, { method: "POST", body: { questionIndex, text } });
  const accept = useMutation({
    mutationFn: async (text: string) => {
      await acceptFromNow(text);
      return text;
    },
    onSuccess: (text) => setAccepted((before) => [...before, text]),
  });
  const give = useMutation({
    mutationFn: async (text: string) => {
      const changes = [{ questionIndex, accept: { text } }];
      const outcome = await regrade(sessionId, { changes, reason: `“${text}” is right too.` });
      // Points are given whatever becomes of the quiz, which may be deleted by now.
      await acceptFromNow(text).catch(() => {});
      return { text, ...outcome };
    },
    onSuccess: refresh,
  });
  const undo = useMutation({
    mutationFn: (id: string) => undoRegrade(sessionId, id),
    onSuccess() {
      give.reset();
      refresh();
    },
  });
  const given = give.data;
  if (data.length === 0 && !given) return null;
  return (
    <section aria-label="Close, but not accepted" className="grid gap-2.5">
      <div className="grid gap-0.5">
        <h3 className="font-semibold">Close, but not accepted</h3>
        <p className="text-ink-muted text-sm">
          Give the points now, or accept an answer only from the next time you use this quiz.
        </p>
      </div>
      <ul className="grid gap-1.5 sm:grid-cols-2">
        {data.map(({ text, count, ...stored }) => (
          <li
            key={text}
            className="flex min-h-12 flex-wrap items-center justify-end gap-2 rounded-md bg-surface-sunken py-1 ps-3 pe-1"
          >
            <bdi className="min-w-0 flex-1 break-words font-medium">{text}</bdi>
            {count > 1 && <span className="numerals text-ink-muted text-sm">{`${count}×`}</span>}
            <Button
              variant="secondary"
              loading={give.isPending && give.variables === text}
              onClick={() => give.mutate(text)}
            >
              <span>Give points</span>
              <span className="sr-only">{` for ${text} now`}</span>
            </Button>
            <AcceptButton
              text={text}
              accepted={stored.accepted || accepted.includes(text)}
              working={accept.isPending && accept.variables === text}
              onPress={() => accept.mutate(text)}
            />
          </li>
        ))}
      </ul>
      <div aria-live="polite" className="empty:hidden">
        {given && (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>{`“${given.text}” is right now: ${counted(given.moved.length, "player")} moved.`}</span>
            {given.id !== null && (
              <Button
                variant="ghost"
                loading={undo.isPending}
                onClick={() => given.id !== null && undo.mutate(given.id)}
              >
                Undo
              </Button>
            )}
          </p>
        )}
        {give.isError && <ProblemLine>{give.error.message}</ProblemLine>}
        {undo.isError && <ProblemLine>{undo.error.message}</ProblemLine>}
        {accept.isError && <ProblemLine>{accept.error.message}</ProblemLine>}
        {accept.isSuccess && <p className="sr-only">{`${accept.data} counts from the next time on.`}</p>}
      </div>
    </section>
  );
}

type AcceptButtonProps = { text: string; accepted: boolean; working: boolean; onPress(): void };

/** It stays where it is when it is done, so that the keyboard does. */
function AcceptButton({ text, accepted, working, onPress }: AcceptButtonProps) {
  return (
    <Button
      variant={accepted ? "ghost" : "secondary"}
      loading={working}
      aria-disabled={accepted || undefined}
      onClick={() => {
        if (!accepted) onPress();
      }}
      className={accepted ? "text-success-ink" : ""}
    >
      {accepted && <Check aria-hidden="true" className="size-4" />}
      <span>{accepted ? "From next time" : "Accept"}</span>
      <span className="sr-only">{accepted ? ` ${text} is accepted` : ` ${text} from the next time on`}</span>
    </Button>
  );
}
