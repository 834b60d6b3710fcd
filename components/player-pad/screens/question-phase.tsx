"use client";

import { type ReactNode, useDeferredValue, useEffect } from "react";
import { useOutbox } from "#lib/client/connection/use-live-state.ts";
import { useCountdown } from "#lib/client/time/use-countdown.ts";
import type { PhaseView } from "#lib/session/phases/phase.ts";
import { runningPhase } from "#lib/session/phases/running-phase.ts";
import type { View } from "#lib/session/reports/view.ts";
import { buzz } from "../haptics.ts";
import { fetchKind } from "../kinds/kinds.tsx";
import { PadShell } from "../pad-shell.tsx";
import { GetReady } from "./get-ready.tsx";
import { QuestionHeader } from "./question-header.tsx";
import { QuestionScreen } from "./question-screen.tsx";

type QuestionPhaseProps = {
  view: View;
  /** With this player's own close. */
  phase: Extract<PhaseView, { name: "question" | "paused" }>;
  /** No countdown: the room waits. */
  unlimited: boolean;
  footer: ReactNode;
};

/** From the 3-2-1 to the last second, by the server's clock. */
export function QuestionPhase({ view, phase, unlimited, footer }: QuestionPhaseProps) {
  const { question } = view;
  const countdown = useCountdown(phase);
  // The question is a whole screen, made a little at a time while the countdown still shows "one".
  const shown = useDeferredValue(countdown.stage !== "upcoming");
  const { submit, ...answer } = useOutbox(question?.index ?? -1);
  const { state } = answer;

  useEffect(() => {
    if (state === "saved") buzz("saved");
    if (state === "refused") buzz("refused");
  }, [state]);

  const kind = question?.kind;
  useEffect(() => fetchKind(kind), [kind]);

  if (!question) return null;
  const running = runningPhase(phase);
  const closesAtMs = running.name === "question" ? running.closesAtMs : 0;
  const header = (
    <QuestionHeader question={question} countdown={countdown} closesAtMs={closesAtMs} unlimited={unlimited} />
  );
  if (!shown) {
    return (
      <PadShell key="ready" header={header} footer={footer} body="center">
        <GetReady
          question={question}
          secondsLeft={countdown.stage === "upcoming" ? countdown.secondsLeft : 1}
        />
      </PadShell>
    );
  }
  return (
    <PadShell key="question" header={header} footer={footer} wide>
      <QuestionScreen
        question={question}
        countdown={countdown}
        answer={answer}
        answered={view.answered}
        players={view.players}
        submit={submit}
      />
    </PadShell>
  );
}
