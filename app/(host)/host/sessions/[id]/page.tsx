import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ControlRoom } from "#components/host-console/control-room/control-room.tsx";
import { ownSession } from "#lib/api/find-session.ts";
import { presenterUrl } from "#lib/api/session-links.ts";
import { currentRuntime } from "#lib/runtime/current.ts";
import { requireHost } from "#lib/web/host.ts";

export const metadata: Metadata = { title: "Control room" };

export default async function ControlRoomPage({ params }: PageProps<"/host/sessions/[id]">) {
  const { id } = await params;
  const account = await requireHost(`/host/sessions/${id}`);
  const runtime = currentRuntime();
  const live = await ownSession(runtime, account, id);
  if (!live.ok) notFound();
  const { session } = live.value;
  const players = await runtime.players.list(id);
  const removed = players
    .filter(({ removedAtMs }) => removedAtMs !== null)
    .map(({ playerId, name }) => ({ playerId, name }));
  return (
    <ControlRoom
      key={id}
      sessionId={id}
      pin={session.pin}
      quiz={session.quiz}
      presenterUrl={presenterUrl(runtime, session, null)}
      joinCandidates={runtime.addresses.candidates()}
      removed={removed}
    />
  );
}
