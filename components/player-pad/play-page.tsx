"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useDeferredValue, useEffect } from "react";
import type { SubmitAction } from "#lib/client/answer-door.ts";
import { LiveSession } from "#lib/client/live-provider.tsx";
import { EarlyQuestion } from "./early-question.tsx";
import { PadShell } from "./pad-shell.tsx";
import { forgetPlayed, rememberPlayed } from "./played-before.ts";
import { PlayerPad } from "./player-pad.tsx";
import { useAddressPin } from "./use-address-pin.ts";
import { Waiting } from "./waiting.tsx";

/** The page is one static shell for everybody; the PIN comes from the address, in the browser. */
export function PlayPage({ submitAction }: { submitAction?: SubmitAction }) {
  const t = useTranslations("player.seat");
  const router = useRouter();
  // What comes with the PIN is a page of its own: made a little at a time, after the shell has come to life.
  const pin = useDeferredValue(useAddressPin());
  const toJoin = useCallback(() => {
    if (pin) forgetPlayed(pin);
    router.replace(pin ? `/join?pin=${pin}` : "/join");
  }, [router, pin]);

  useEffect(() => {
    if (pin === "") toJoin();
    else if (pin) rememberPlayed(pin);
  }, [pin, toJoin]);

  return (
    <>
      <EarlyQuestion />
      <div className="peer-[:not(:empty)]:hidden">
        {pin ? (
          <LiveSession as="player" pin={pin} submitAction={submitAction}>
            <PlayerPad pin={pin} onNotJoined={toJoin} />
          </LiveSession>
        ) : (
          <PadShell body="center">
            <Waiting words={t("finding")} />
          </PadShell>
        )}
      </div>
    </>
  );
}
