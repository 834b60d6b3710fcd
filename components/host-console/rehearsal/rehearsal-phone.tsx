"use client";

import { useEffect, useState } from "react";
import { Spinner } from "#components/ui/spinner.tsx";
import type { RehearsalActions } from "../host-actions.ts";
import { FramedScreen } from "./framed-screen.tsx";

type RehearsalPhoneProps = { sessionId: string; pin: string } & Pick<RehearsalActions, "holdPhone">;

/** A player's phone that the host plays on. Also after a reload, and in another browser of the host, it is the same player. */
export function RehearsalPhone({ sessionId, pin, holdPhone }: RehearsalPhoneProps) {
  const [state, setState] = useState<"waiting" | "held" | string>("waiting");
  useEffect(() => {
    let gone = false;
    holdPhone(sessionId).then(
      (held) => !gone && setState(held.ok ? "held" : held.refusal.message),
      () => !gone && setState("The phone could not reach the server. Reload the page."),
    );
    return () => {
      gone = true;
    };
  }, [sessionId, holdPhone]);
  return (
    <div className="mx-auto w-[min(100%,19rem)] rounded-[2.25rem] bg-[black] p-2.5 shadow-float ring-1 ring-line lg:w-[clamp(13rem,calc((100dvh-13rem)*0.46),20rem)]">
      {state === "held" ? (
        <FramedScreen
          title="Phone"
          src={`/play?pin=${pin}`}
          width={390}
          height={844}
          className="rounded-[1.7rem]"
        />
      ) : (
        <div className="grid aspect-[390/844] place-items-center rounded-[1.7rem] bg-background p-6 text-center">
          {state === "waiting" ? (
            <Spinner label="Opening the phone" />
          ) : (
            <p className="text-ink-muted">{state}</p>
          )}
        </div>
      )}
    </div>
  );
}
