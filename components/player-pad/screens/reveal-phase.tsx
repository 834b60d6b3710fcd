"use client";

import type { ReactNode } from "react";
import { useOutbox } from "#lib/client/connection/use-live-state.ts";
import type { You } from "#lib/session/players/you.ts";
import type { View } from "#lib/session/reports/view.ts";
import { PadShell } from "../pad-shell.tsx";
import { QuestionHeader } from "./question-header.tsx";
import { RevealScreen } from "./reveal-screen.tsx";

type RevealPhaseProps = { view: View; you: You; rank: number | null; footer: ReactNode };

export function RevealPhase({ view, you, rank, footer }: RevealPhaseProps) {
  const { question } = view;
  const { submit: _, ...answer } = useOutbox(question?.index ?? -1);
  return (
    <PadShell header={question && <QuestionHeader question={question} />} footer={footer}>
      <RevealScreen view={view} you={you} rank={rank} answer={answer} />
    </PadShell>
  );
}
