"use client";

import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { FinalReason } from "#lib/client/final-reason.ts";
import { useLive } from "#lib/client/live-provider.tsx";
import { useAway } from "#lib/client/use-away.ts";
import { useConnection, useWelcomeSeen } from "#lib/client/use-live-state.ts";

type ConnectionBannerProps = {
  /** Where one joins again. */
  joinHref?: string;
  className?: string;
};

const SHOWN_AFTER_MS = 1_500;

/** Says how the connection is, when that matters: nothing while all is well or a break is short. */
export function ConnectionBanner({ joinHref = "/join", className }: ConnectionBannerProps) {
  const { role } = useLive();
  const { state, polling } = useConnection();
  const welcomeSeen = useWelcomeSeen();
  const away = useAway(SHOWN_AFTER_MS);
  const comfort = role === "player" ? "Your answers are kept." : "The quiz goes on meanwhile.";

  if (state.name === "closed") {
    return (
      <Banner
        tone="warning"
        className={className}
        action={<WayOut reason={state.reason} joinHref={joinHref} role={role} />}
      >
        {state.message}
      </Banner>
    );
  }
  if (!away || state.name === "idle") return null;
  if (state.name === "offline") {
    return (
      <Banner tone="warning" className={className}>
        You are offline. {comfort}
      </Banner>
    );
  }
  if (polling === "working") {
    return (
      <Banner tone="info" className={className}>
        Slow connection: this page updates every few seconds.{" "}
        {role === "player" && "Your answers count as usual."}
      </Banner>
    );
  }
  return (
    <Banner tone="busy" className={className}>
      {welcomeSeen ? `Reconnecting… ${comfort}` : "Connecting…"}
    </Banner>
  );
}

type WayOutProps = { reason: FinalReason; joinHref: string; role: "player" | "host" | "presenter" };

/** One clear action for a connection that will not come back. */
function WayOut({ reason, joinHref, role }: WayOutProps) {
  if (reason === "outdated" || reason === "misbehaved" || role !== "player") {
    return (
      <Button variant="secondary" onClick={() => location.reload()}>
        Reload
      </Button>
    );
  }
  return (
    <ButtonLink variant="secondary" href={joinHref}>
      {reason === "not_joined" ? "Join again" : "Join a quiz"}
    </ButtonLink>
  );
}
