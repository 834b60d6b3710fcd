"use client";

import { ArrowLeft, X } from "lucide-react";
import Link from "next/link";
import { useTransition } from "react";
import { ConnectionBanner } from "#components/connection/connection-banner.tsx";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { ButtonLink } from "#components/ui/buttons/button-link.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import { LiveProvider } from "#lib/client/connection/live-provider.tsx";
import { useView } from "#lib/client/connection/use-live-state.ts";
import { ControlBar } from "../control-room/bar/control-bar.tsx";
import { useCommands } from "../control-room/use-commands.ts";
import type { RehearsalActions } from "../host-actions.ts";
import { phaseWords } from "../phase-words.ts";
import { FramedScreen } from "./framed-screen.tsx";
import { RehearsalPhone } from "./rehearsal-phone.tsx";

export interface RehearsalProps {
  sessionId: string;
  pin: string;
  title: string;
  /** Null once the quiz is deleted: it cannot be tried out again. */
  quizId: string | null;
  presenterUrl: string;
  actions: RehearsalActions;
}

/** A quiz tried out by its host: the big screen, a player's phone and the controls, in one window. */
export function RehearsalRoom(props: RehearsalProps) {
  return (
    <LiveProvider as="host" sessionId={props.sessionId} pin={props.pin}>
      <RehearsalContent {...props} />
    </LiveProvider>
  );
}

function RehearsalContent({ sessionId, pin, title, quizId, presenterUrl, actions }: RehearsalProps) {
  const view = useView();
  const commands = useCommands(sessionId, actions.command);
  const over = view?.phase.name === "ended";
  const screen = new URL(presenterUrl);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b bg-surface">
        <div className="safe-x mx-auto flex w-full max-w-[100rem] items-center gap-3 py-2.5">
          <Link
            href="/host"
            aria-label="Back to your quizzes; the rehearsal ends"
            title="Back to your quizzes"
            className="-ml-2 grid size-11 shrink-0 place-items-center rounded-md hover:bg-ink/8"
          >
            <ArrowLeft aria-hidden="true" className="size-5" />
          </Link>
          <div className="min-w-0 flex-1">
            <h1 className="truncate font-semibold leading-tight">{withoutMarks(title)}</h1>
            <p role="status" className="numerals text-ink-muted text-sm">
              {view ? phaseWords(view.phase, view.questions) : "Opening the rehearsal"}
            </p>
          </div>
          <p className="text-ink-muted text-sm max-lg:hidden">
            Ten robots play along. Nobody else can join, and nothing is kept.
          </p>
          <Badge tone="accent">Rehearsal</Badge>
          {view && !over && <EndButton onEnd={() => actions.end(sessionId)} />}
        </div>
      </header>
      <main className="safe-x mx-auto grid w-full max-w-[100rem] flex-1 content-center items-center gap-5 py-5 lg:grid-cols-[minmax(0,1fr)_auto] lg:gap-7">
        <ConnectionBanner className="lg:col-span-2" />
        <FramedScreen
          title="Big screen"
          src={screen.pathname + screen.search + screen.hash}
          width={1280}
          height={720}
          className="rounded-lg shadow-float ring-1 ring-line"
        />
        <RehearsalPhone sessionId={sessionId} pin={pin} holdPhone={actions.holdPhone} />
      </main>
      {over ? (
        <Over quizId={quizId} tryOut={actions.tryOut} />
      ) : (
        view && <ControlBar sessionId={sessionId} remote={false} view={view} commands={commands} />
      )}
    </div>
  );
}

function EndButton({ onEnd }: { onEnd(): ReturnType<RehearsalActions["end"]> }) {
  const [working, work] = useTransition();
  const toast = useToast();
  function end() {
    work(async () => {
      const ended = await onEnd().catch(() => null);
      if (!ended?.ok)
        toast(ended?.refusal.message ?? "The server could not be reached. Try again.", "danger");
    });
  }
  return (
    <Button variant="secondary" onClick={end} loading={working} aria-label="End the rehearsal">
      <X aria-hidden="true" className="size-5" />
      <span className="max-sm:hidden">End</span>
    </Button>
  );
}

function Over({ quizId, tryOut }: { quizId: string | null } & Pick<RehearsalActions, "tryOut">) {
  const [working, work] = useTransition();
  const toast = useToast();
  function again(id: string) {
    work(async () => {
      const refused = await tryOut(id);
      if (refused) toast(refused.refusal.message, "danger");
    });
  }
  return (
    <footer className="sticky bottom-0 z-20 border-t bg-surface/95 backdrop-blur-sm">
      <div className="safe-x mx-auto flex w-full max-w-[100rem] flex-wrap items-center justify-end gap-3 py-3">
        <p className="min-w-0 flex-1 basis-60 font-semibold">The rehearsal is over. Nothing was kept.</p>
        {quizId !== null && (
          <Button variant="secondary" size="lg" loading={working} onClick={() => again(quizId)}>
            Rehearse again
          </Button>
        )}
        <ButtonLink href="/host" size="lg">
          Your quizzes
        </ButtonLink>
      </div>
    </footer>
  );
}
