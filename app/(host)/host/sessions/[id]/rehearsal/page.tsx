import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RehearsalRoom } from "#components/host-console/rehearsal/rehearsal-room.tsx";
import { ownSession } from "#lib/api/sessions/session-access.ts";
import { presenterUrl } from "#lib/api/sessions/session-links.ts";
import { currentRuntime } from "#lib/runtime/current.ts";
import { requireHost } from "#lib/web/host.ts";
import { commandAction } from "../../../../actions.ts";
import { endRehearsalAction, holdPhoneAction, tryOutAction } from "../../../../rehearsal/actions.ts";

export const metadata: Metadata = { title: "Rehearsal" };

const ACTIONS = {
  command: commandAction,
  holdPhone: holdPhoneAction,
  end: endRehearsalAction,
  tryOut: tryOutAction,
};

export default async function RehearsalPage({ params }: PageProps<"/host/sessions/[id]/rehearsal">) {
  const { id } = await params;
  const account = await requireHost(`/host/sessions/${id}/rehearsal`, "run");
  const runtime = currentRuntime();
  const live = await ownSession(runtime, account, id);
  if (!live.ok || !live.value.session.rehearsal) notFound();
  const { session } = live.value;
  return (
    <RehearsalRoom
      key={id}
      sessionId={id}
      pin={session.pin}
      title={session.quiz.title}
      quizId={session.quizId}
      presenterUrl={presenterUrl(runtime, session, null)}
      actions={ACTIONS}
    />
  );
}
