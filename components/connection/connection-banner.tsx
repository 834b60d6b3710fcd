"use client";

import { useTranslations } from "next-intl";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { buttonStyles } from "#components/ui/buttons/button-styles.ts";
import type { FinalReason } from "#lib/client/connection/final-reason.ts";
import { useLive } from "#lib/client/connection/live-provider.tsx";
import { useAway } from "#lib/client/connection/use-away.ts";
import { useConnection, useWelcomeSeen } from "#lib/client/connection/use-live-state.ts";

type ConnectionBannerProps = {
  /** Where one joins again. */
  joinHref?: string;
  className?: string;
};

const SHOWN_AFTER_MS = 1_500;

/** Says how the connection is, when that matters: nothing while all is well or a break is short. */
export function ConnectionBanner({ joinHref = "/join", className }: ConnectionBannerProps) {
  const t = useTranslations("connection");
  const { role } = useLive();
  const { state, polling } = useConnection();
  const welcomeSeen = useWelcomeSeen();
  const away = useAway(SHOWN_AFTER_MS);
  const comfort = role === "player" ? t("kept") : t("goesOn");

  if (state.name === "closed") {
    return (
      <Banner
        tone="warning"
        className={className}
        action={<WayOut reason={state.reason} joinHref={joinHref} role={role} />}
      >
        {t(`closed.${state.reason}`)}
      </Banner>
    );
  }
  if (!away || state.name === "idle") return null;
  if (state.name === "offline") {
    return <Banner tone="warning" className={className}>{`${t("offline")} ${comfort}`}</Banner>;
  }
  if (polling === "working") {
    return (
      <Banner tone="info" className={className}>
        {role === "player" ? `${t("slow")} ${t("counted")}` : t("slow")}
      </Banner>
    );
  }
  return (
    <Banner tone="busy" className={className}>
      {welcomeSeen ? `${t("reconnecting")} ${comfort}` : t("connecting")}
    </Banner>
  );
}

type WayOutProps = { reason: FinalReason; joinHref: string; role: "player" | "host" | "presenter" };

/** One clear action for a connection that will not come back. */
function WayOut({ reason, joinHref, role }: WayOutProps) {
  const t = useTranslations("connection");
  if (reason === "outdated" || reason === "misbehaved" || role !== "player") {
    return (
      <Button variant="secondary" onClick={() => location.reload()}>
        {t("reload")}
      </Button>
    );
  }
  return (
    // A plain link: the router's own weighs on every play page.
    <a href={joinHref} className={buttonStyles("secondary", "md")}>
      {t(reason === "not_joined" ? "joinAgain" : "joinQuiz")}
    </a>
  );
}
