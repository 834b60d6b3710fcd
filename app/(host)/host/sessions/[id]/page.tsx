import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ControlRoom } from "#components/host-console/control-room/control-room.tsx";
import { RemoteOver } from "#components/host-console/remote/remote-page.tsx";
import { sessionHost } from "#lib/api/sessions/session-host.ts";
import { presenterUrl } from "#lib/api/sessions/session-links.ts";
import { currentRuntime } from "#lib/runtime/current.ts";
import { asking } from "#lib/web/asking.ts";
import { requireHost } from "#lib/web/host.ts";
import { commandAction, hintsAction } from "../../../actions.ts";
import { offerRemoteAction, pairedRemotesAction, removeRemoteAction } from "../../../remote/actions.ts";
import { answerSeatAction, makeSeatCodeAction } from "../../../seats/actions.ts";

export const metadata: Metadata = { title: "Control room" };

const ACTIONS = {
  command: commandAction,
  hints: hintsAction,
  answerSeat: answerSeatAction,
  makeSeatCode: makeSeatCodeAction,
  remotes: { offer: offerRemoteAction, paired: pairedRemotesAction, remove: removeRemoteAction },
};

export default async function ControlRoomPage({ params }: PageProps<"/host/sessions/[id]">) {
  const { id } = await params;
  const request = await asking();
  const runtime = currentRuntime();
  const host = await sessionHost(runtime, request, id);
  if (!host.ok) {
    if (host.error.code === "remote_removed") return <RemoteOver why="removed" />;
    if (host.error.code === "session_ended") return <RemoteOver why="ended" />;
    await requireHost(`/host/sessions/${id}`, "run");
    notFound();
  }
  const { session } = host.value.live;
  if (session.rehearsal) redirect(`/host/sessions/${id}/rehearsal`);
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
      remote={host.value.by === "remote"}
      joinCandidates={runtime.addresses.candidates()}
      removed={removed}
      actions={ACTIONS}
    />
  );
}
