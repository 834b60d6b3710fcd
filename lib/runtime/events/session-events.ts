import type { EventLog } from "../../observability/event-log.ts";
import type { Phase } from "../../session/phases/phase.ts";
import { questionIndexOf } from "../../session/phases/phase.ts";
import type { Session } from "../../session/session.ts";

export function tellOfCreation(
  events: EventLog,
  { id, accountId, quiz, settings, rehearsal }: Session,
): void {
  const what = rehearsal ? "rehearsal" : "session";
  events.tell("session-created", `A ${what} was created`, {
    sessionId: id,
    hostId: accountId,
    count: quiz.questions.length,
    reason: settings.pace,
  });
}

/** Only steps of the game: a setting or a lock is a host command, which is logged as that. */
export function tellOfChange(events: EventLog, before: Session, after: Session): void {
  const [from, to] = [stepOf(before.phase), stepOf(after.phase)];
  if (from === to) return;
  const index = questionIndexOf(after.phase);
  const fields = {
    sessionId: after.id,
    before: from,
    phase: to,
    question: index === null ? undefined : index + 1,
  };
  if (after.phase.name === "ended") events.tell("session-ended", "A session ended", fields);
  else if (before.phase.name === "lobby") events.tell("session-started", "A session started", fields);
  else events.tell("phase-changed", `A session went on to ${to}`, fields);
}

function stepOf(phase: Phase): string {
  if (phase.name === "paused") return `paused ${stepOf(phase.phase)}`;
  const index = questionIndexOf(phase);
  return index === null ? phase.name : `${phase.name} ${index + 1}`;
}
