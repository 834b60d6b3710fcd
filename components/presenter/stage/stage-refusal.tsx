import { useTranslations } from "next-intl";
import type { FinalReason } from "#lib/client/connection/final-reason.ts";
import { StageNotice } from "./stage-notice.tsx";

/** Why there is nothing to show, and what the person at the projector does about it. */
export function StageRefusal({ reason }: { reason: FinalReason }) {
  const t = useTranslations("screen.refusal");
  const connection = useTranslations("connection.closed");
  switch (reason) {
    case "unknown_session":
      return <StageNotice title={t("noQuiz")}>{t("noQuizHow")}</StageNotice>;
    case "not_allowed":
    case "not_joined":
    case "removed":
    case "moved":
      return <StageNotice title={t("badKey")}>{t("badKeyHow")}</StageNotice>;
    case "ended":
      return <StageNotice title={connection("ended")} />;
    case "outdated":
    case "misbehaved":
      return <StageNotice title={t("reload")}>{connection(reason)}</StageNotice>;
    default:
      reason satisfies never;
      return <StageNotice title={t("reload")}>{connection(reason)}</StageNotice>;
  }
}
