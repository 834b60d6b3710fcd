import type { FinalReason } from "#lib/client/final-reason.ts";
import { StageNotice } from "./stage-notice.tsx";

/** Why there is nothing to show, and what the person at the projector does about it. */
export function StageRefusal({ reason, message }: { reason: FinalReason; message: string }) {
  switch (reason) {
    case "unknown_session":
      return (
        <StageNotice title="No quiz runs under this PIN">
          It may have ended, or the link is of another one. Open the screen again from the control room.
        </StageNotice>
      );
    case "not_allowed":
    case "not_joined":
    case "removed":
      return (
        <StageNotice title="This screen's key is not valid">
          Copy the whole presenter link from the control room; it ends in #key= and a long code.
        </StageNotice>
      );
    case "ended":
      return <StageNotice title="This quiz has ended" />;
    case "outdated":
    case "misbehaved":
      return <StageNotice title="Reload this screen">{message}</StageNotice>;
    default:
      reason satisfies never;
      return <StageNotice title="Reload this screen">{message}</StageNotice>;
  }
}
