"use client";

import { ChevronsRight, Flag, Lock, LockOpen, Pause, Play, Timer } from "lucide-react";
import { useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { runningPhase } from "#lib/session/running-phase.ts";
import type { View } from "#lib/session/view.ts";
import { BarButton } from "./bar-button.tsx";
import { ConfirmFinish, ConfirmSkip } from "./confirm-step.tsx";
import type { ControlRoomProps } from "./control-room.tsx";
import { nextStep } from "./next-step.ts";
import type { Commands } from "./use-commands.ts";
import { useShortcuts } from "./use-shortcuts.ts";

type ControlBarProps = ControlRoomProps & { view: View; commands: Commands };

/** The remote control: one big button that is always the next sensible step, and what else can be done, beside it. */
export function ControlBar({ view, commands, sessionId }: ControlBarProps) {
  const [asking, setAsking] = useState<"skip" | "finish" | null>(null);
  const { phase, locked } = view;
  const { send, pending, problem } = commands;
  const step = nextStep(view);
  const timed = runningPhase(phase);
  const running = "index" in timed;
  const inQuestion = timed.name === "question";

  const next = step ? () => void send(step.command) : undefined;
  const pause = running
    ? () => void send({ command: phase.name === "paused" ? "resume" : "pause" })
    : undefined;
  const addTime = (ms: number) => (inQuestion ? () => void send({ command: "addTime", ms }) : undefined);
  const lock = () => void send({ command: locked ? "unlock" : "lock" });
  useShortcuts({ " ": next, arrowright: next, p: pause, t: addTime(10_000), l: lock });

  if (!step) return <Ended sessionId={sessionId} />;
  return (
    <footer className="sticky bottom-0 z-20 border-t bg-surface/95 backdrop-blur-sm">
      {problem && (
        <div className="safe-x mx-auto w-full max-w-7xl pt-2.5">
          <Banner tone="danger">{problem}</Banner>
        </div>
      )}
      <div className="safe-x mx-auto flex w-full max-w-7xl flex-col gap-2 py-2.5 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:flex-row sm:items-center sm:justify-between sm:gap-4">
        <div className="flex flex-1 justify-around gap-1 sm:justify-start">
          {running && (
            <BarButton
              icon={phase.name === "paused" ? Play : Pause}
              label={phase.name === "paused" ? "Resume" : "Pause"}
              hotkey="P"
              onClick={pause}
            />
          )}
          {inQuestion && (
            <>
              <BarButton icon={Timer} label="+10 s" hotkey="T" onClick={addTime(10_000)} />
              <BarButton icon={Timer} label="+30 s" onClick={addTime(30_000)} />
            </>
          )}
          {running && (
            <BarButton
              icon={ChevronsRight}
              label={inQuestion ? "Skip" : "To next question"}
              onClick={() => (inQuestion ? setAsking("skip") : void send({ command: "skip" }))}
            />
          )}
          <BarButton
            icon={locked ? LockOpen : Lock}
            label={locked ? "Unlock" : "Lock"}
            hotkey="L"
            onClick={lock}
          />
          {phase.name !== "podium" && (
            <BarButton
              icon={Flag}
              label={phase.name === "lobby" ? "Close lobby" : "Finish"}
              onClick={() => setAsking("finish")}
            />
          )}
        </div>
        <div className="flex items-center gap-4">
          {phase.name === "lobby" && view.players === 0 && (
            <p className="text-ink-muted text-sm max-sm:hidden">Nobody is here yet.</p>
          )}
          <Button
            size="xl"
            variant={phase.name === "lobby" && view.players === 0 ? "secondary" : "primary"}
            onClick={next}
            loading={pending !== null && pending === step.command.command}
            className="w-full sm:min-w-64"
          >
            {step.label}
            <Kbd className="pointer-coarse:hidden">Space</Kbd>
          </Button>
        </div>
      </div>
      <ConfirmSkip open={asking === "skip"} onClose={() => setAsking(null)} send={send} />
      <ConfirmFinish
        open={asking === "finish"}
        inLobby={phase.name === "lobby"}
        onClose={() => setAsking(null)}
        send={send}
      />
    </footer>
  );
}

function Ended({ sessionId }: { sessionId: string }) {
  return (
    <footer className="sticky bottom-0 border-t bg-surface/95 sm:hidden">
      <div className="safe-x py-2.5 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        <ButtonLink href={`/host/sessions/${sessionId}/results`} size="xl" className="w-full">
          See the results
        </ButtonLink>
      </div>
    </footer>
  );
}
