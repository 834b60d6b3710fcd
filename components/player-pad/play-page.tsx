"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useEffect } from "react";
import type { SubmitAction } from "#lib/client/answers/answer-door.ts";
import { LiveProvider } from "#lib/client/connection/live-provider.tsx";
import { EarlyQuestion } from "./early/early-question.tsx";
import { useAddressPin } from "./join/use-address-pin.ts";
import { PadShell } from "./pad-shell.tsx";
import { PlayerPad } from "./player-pad.tsx";
import { useSeat } from "./use-seat.ts";
import { Waiting } from "./waiting.tsx";

/** The page is one static shell for everybody; the PIN comes from the address, in the browser. */
export function PlayPage({ submitAction }: { submitAction?: SubmitAction }) {
  const t = useTranslations("player.seat");
  // The part that depends on the PIN is rendered in small steps, after the shell has hydrated.
  const pin = useDeferredValue(useAddressPin());

  useEffect(() => {
    if (pin === "") window.location.replace("/join");
  }, [pin]);

  return (
    <>
      <EarlyQuestion />
      <div className="peer-[:not(:empty)]:hidden">
        {pin ? (
          <Game key={pin} pin={pin} submitAction={submitAction} />
        ) : (
          <PadShell body="center">
            <Waiting words={t("finding")} />
          </PadShell>
        )}
      </div>
    </>
  );
}

function Game({ pin, submitAction }: { pin: string; submitAction: SubmitAction | undefined }) {
  const seat = useSeat(pin);
  return (
    <LiveProvider as="player" pin={pin} token={seat.token} submitAction={submitAction}>
      <PlayerPad pin={pin} seat={seat} />
    </LiveProvider>
  );
}
