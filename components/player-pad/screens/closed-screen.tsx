import { useTranslations } from "next-intl";
import { Button } from "#components/ui/buttons/button.tsx";
import { buttonStyles } from "#components/ui/buttons/button-styles.ts";
import type { FinalReason } from "#lib/client/connection/final-reason.ts";
import { PadShell } from "../pad-shell.tsx";
import { useLetBackIn } from "../use-let-back-in.ts";

type ClosedScreenProps = { reason: FinalReason; pin: string };

/** The connection will not come back by itself; the one thing to do next. */
export function ClosedScreen({ reason, pin }: ClosedScreenProps) {
  const t = useTranslations("player.closed");
  const connection = useTranslations("connection");
  const removed = reason === "removed";
  useLetBackIn(removed);
  const reload = reason === "outdated" || reason === "misbehaved";
  const samePin = reason === "moved" || reason === "not_joined" || reason === "not_allowed";
  return (
    <PadShell>
      <div className="flex flex-1 flex-col items-center justify-center gap-3 py-6 text-center">
        <h1 className="display text-4xl">
          {t(reason === "not_joined" || reason === "not_allowed" ? "other" : reason)}
        </h1>
        <p className="max-w-[22em] text-balance text-ink-muted text-lg">{connection(`closed.${reason}`)}</p>
      </div>
      {reload ? (
        <Button size="lg" onClick={() => window.location.reload()}>
          {connection("reload")}
        </Button>
      ) : (
        <a
          href={samePin ? `/join?pin=${pin}` : "/join"}
          className={buttonStyles(removed ? "secondary" : "primary", "lg")}
        >
          {connection(samePin ? "joinAgain" : "joinQuiz")}
        </a>
      )}
    </PadShell>
  );
}
