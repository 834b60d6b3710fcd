"use client";

import {
  ChevronsRight,
  Flag,
  Lock,
  LockOpen,
  type LucideIcon,
  Pause,
  Play,
  Timer,
  TrendingUp,
} from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { ButtonLink } from "#components/ui/buttons/button-link.tsx";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { useSingleKeys } from "#components/ui/keys/single-keys.ts";
import type { HostCommand } from "#lib/session/phases/command.ts";
import type { View } from "#lib/session/reports/view.ts";
import type { ControlRoomProps } from "../control-room-props.ts";
import { useShortcuts } from "../keys/use-shortcuts.ts";
import type { Commands } from "../use-commands.ts";
import { BarButton } from "./bar-button.tsx";
import { ConfirmFinish, ConfirmSkip } from "./confirm-step.tsx";
import type { Control } from "./control.ts";
import { controlsOf } from "./controls.ts";
import { useMoment } from "./use-moment.ts";

const ICONS: Partial<Record<HostCommand["command"], LucideIcon>> = {
  pause: Pause,
  resume: Play,
  addTime: Timer,
  skip: ChevronsRight,
  lock: Lock,
  unlock: LockOpen,
  finish: Flag,
  setStage: TrendingUp,
};

type ControlBarProps = Pick<ControlRoomProps, "sessionId" | "remote"> & { view: View; commands: Commands };

/** The remote control: one big button that is always the next sensible step, and what else can be done, beside it. */
export function ControlBar({ view, commands, sessionId, remote }: ControlBarProps) {
  const [asking, setAsking] = useState<"skip" | "finish" | null>(null);
  const { phase } = view;
  const { send, pending, problem } = commands;
  const { step, beside } = controlsOf(view, useMoment(view));
  const press = ({ asks, command }: Control) => (asks ? setAsking(asks) : void send(command));
  useShortcuts({
    // Where it is no key of ours it does not turn the page either.
    " ": () => {},
    ...Object.fromEntries(
      [...(step ? [step] : []), ...beside].flatMap((control) =>
        control.keys.map((key) => [key, () => press(control)]),
      ),
    ),
  });
  const footer = useRef<HTMLElement>(null);
  const taken = step?.keys.includes(" ") ?? false;
  useLetGo(footer, taken);

  if (!step) return remote ? null : <Ended sessionId={sessionId} />;
  const empty = phase.name === "lobby" && view.players === 0;
  // It can wait: somebody is still to come, the question opens by itself, the winners are being told.
  const calm = empty || !taken;
  return (
    <footer
      ref={footer}
      tabIndex={-1}
      className="sticky bottom-0 z-20 border-t bg-surface/95 outline-none backdrop-blur-sm"
    >
      {problem && (
        <div className="safe-x mx-auto w-full max-w-7xl pt-2.5">
          <Banner tone="danger">{problem}</Banner>
        </div>
      )}
      <div className="safe-x mx-auto flex w-full max-w-7xl flex-col gap-2 py-2.5 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:flex-row sm:items-center sm:justify-between sm:gap-4">
        <div className="flex flex-1 justify-around gap-1 sm:justify-start">
          {beside.map((control) => (
            <BarButton
              key={control.label}
              icon={ICONS[control.command.command] ?? Timer}
              label={control.label}
              hotkey={control.keys[0]?.toUpperCase()}
              onClick={() => press(control)}
            />
          ))}
        </div>
        <div className="flex items-center gap-4">
          {empty && <p className="text-ink-muted text-sm max-sm:hidden">Nobody is here yet.</p>}
          <Button
            key={String(taken)}
            size="xl"
            variant={calm ? "secondary" : "primary"}
            onClick={() => press(step)}
            // Held down it would press again and again.
            onKeyDown={(event) => event.repeat && event.preventDefault()}
            loading={pending !== null && pending === step.command.command}
            className="w-full sm:min-w-64"
          >
            <span>{step.label}</span>
            <StepKey name={step.keys[0] ?? ""} />
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

/** Space stands there always; a letter only where single letters do something. */
function StepKey({ name }: { name: string }) {
  const letters = useSingleKeys();
  if (name === "" || (name !== " " && !letters)) return null;
  return <Kbd className="pointer-coarse:hidden">{name === " " ? "Space" : name.toUpperCase()}</Kbd>;
}

/**
 * A pressed button keeps the focus, and Space presses it again. When the big button stops or starts taking Space, it is
 * replaced and the bar takes the focus, so that a second press does not hit the new button.
 */
function useLetGo(bar: RefObject<HTMLElement | null>, taken: boolean): void {
  const before = useRef(taken);
  useEffect(() => {
    if (before.current === taken) return;
    before.current = taken;
    if (document.activeElement === document.body) bar.current?.focus({ preventScroll: true });
  }, [bar, taken]);
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
