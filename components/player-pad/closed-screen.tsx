import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { FinalReason } from "#lib/client/final-reason.ts";
import { PadShell } from "./pad-shell.tsx";

type ClosedScreenProps = { reason: FinalReason; message: string; pin: string };

const HEADLINES: Partial<Record<FinalReason, string>> = {
  outdated: "There is a newer version",
  unknown_session: "No quiz here",
  ended: "This quiz has ended",
  removed: "You were taken out",
  misbehaved: "Something got stuck",
};

/** Where the server's sentence speaks of the player as of somebody else. */
const SENTENCES: Partial<Record<FinalReason, string>> = {
  removed:
    "The host has removed you from this quiz. If that was a mistake, tell them: they can let you back in.",
};

/** The connection will not come back by itself; the one thing to do next. */
export function ClosedScreen({ reason, message, pin }: ClosedScreenProps) {
  const reload = reason === "outdated" || reason === "misbehaved";
  const samePin = reason === "not_joined" || reason === "not_allowed";
  return (
    <PadShell>
      <div className="flex flex-1 flex-col items-center justify-center gap-3 py-6 text-center">
        <h1 className="display text-4xl">{HEADLINES[reason] ?? "This did not work"}</h1>
        <p className="max-w-[34ch] text-balance text-ink-muted text-lg">{SENTENCES[reason] ?? message}</p>
      </div>
      {reload ? (
        <Button size="lg" onClick={() => window.location.reload()}>
          Reload
        </Button>
      ) : (
        <ButtonLink size="lg" href={samePin ? `/join?pin=${pin}` : "/join"} prefetch={false}>
          {samePin ? "Join again" : "Join a quiz"}
        </ButtonLink>
      )}
    </PadShell>
  );
}
