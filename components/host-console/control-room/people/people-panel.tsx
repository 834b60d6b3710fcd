"use client";

import { Undo2, WifiOff } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { Avatar } from "#components/ui/player/avatar.tsx";
import { useRoster, useView } from "#lib/client/connection/use-live-state.ts";
import type { MakeSeatCodeAction } from "../../host-actions.ts";
import { counted } from "../../phase-words.ts";
import type { Commands } from "../use-commands.ts";
import { PlayerDialog } from "./player-dialog.tsx";
import type { KnownPlayer, People } from "./use-people.ts";

type PeoplePanelProps = {
  people: People;
  commands: Commands;
  sessionId: string;
  makeSeatCode: MakeSeatCodeAction;
};

/** The players. Pressing a name opens the actions on that player; removed ones stay in reach. */
export function PeoplePanel({ people, commands, sessionId, makeSeatCode }: PeoplePanelProps) {
  const roster = useRoster();
  const teams = useView((view) => view?.teams);
  const teamName = (teamId: string | undefined) => teams?.find((team) => team.teamId === teamId)?.name;
  const [asked, setAsked] = useState<KnownPlayer | null>(null);
  const [looking, setLooking] = useState(false);
  const [asking, setAsking] = useState(false);
  const [working, setWorking] = useState(false);
  // A removed player leaves the list at once; the roster follows within a second.
  const gone = new Set(people.removed.map(({ playerId }) => playerId));
  const here = (roster?.players ?? []).filter(({ playerId }) => !gone.has(playerId));
  const more = roster ? roster.total - roster.players.length : 0;

  async function confirm() {
    if (!asked) return;
    setWorking(true);
    await people.remove(asked);
    setWorking(false);
    setAsking(false);
  }

  return (
    <div className="grid content-start gap-5">
      {here.length === 0 ? (
        <p className="py-3 text-ink-muted">Nobody is here yet. Names appear as people join.</p>
      ) : (
        <ul className="flex flex-wrap gap-2" aria-label="Players">
          {here.map(({ playerId, name, avatar, teamId, connected }) => (
            <li key={playerId} className="min-w-0 max-w-full animate-pop">
              <button
                type="button"
                title={`${name}: give the seat away, or remove…`}
                onClick={() => {
                  setAsked({ playerId, name });
                  setLooking(true);
                }}
                className={classNames(
                  "group flex min-h-11 max-w-full items-center gap-2 rounded-full bg-surface-raised py-1 pr-4 pl-1.5 font-semibold ring-1 ring-line transition-colors hover:bg-surface-sunken hover:ring-line-strong",
                  !connected && "text-ink-muted",
                )}
              >
                <Avatar
                  name={name}
                  avatar={avatar}
                  className={classNames("text-sm", !connected && "opacity-50")}
                />
                <bdi translate="no" className="truncate">
                  {name}
                </bdi>
                {teamId !== undefined && (
                  <bdi translate="no" className="max-w-32 truncate font-normal text-ink-muted text-sm">
                    {teamName(teamId)}
                  </bdi>
                )}
                {!connected && <WifiOff aria-hidden="true" className="size-4 shrink-0" />}
                {!connected && <span className="sr-only">, reconnecting</span>}
                <span className="sr-only">: options</span>
              </button>
            </li>
          ))}
          {more > 0 && (
            <li className="numerals self-center px-2 text-ink-muted">{`and ${counted(more, "other")}`}</li>
          )}
        </ul>
      )}
      <RemovedList people={people} />
      <PlayerDialog
        sessionId={sessionId}
        makeSeatCode={makeSeatCode}
        commands={commands}
        player={asked}
        open={looking}
        onClose={() => setLooking(false)}
        onRemove={() => {
          setLooking(false);
          setAsking(true);
        }}
      />
      <ConfirmDialog
        open={asking}
        title={`Remove ${asked?.name ?? ""}?`}
        description="Their phone leaves the quiz at once and their points leave the standings. You can let them back in."
        confirmLabel={`Remove ${asked?.name ?? ""}`}
        tone="danger"
        pending={working}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      />
    </div>
  );
}

function RemovedList({ people }: { people: People }) {
  if (people.removed.length === 0) return null;
  return (
    <section className="grid gap-1.5 border-t pt-4">
      <h3 className="font-semibold text-ink-muted text-sm">Removed</h3>
      <ul className="grid gap-1">
        {people.removed.map((player) => (
          <li key={player.playerId} className="flex items-center justify-between gap-3">
            <bdi translate="no" className="min-w-0 truncate text-ink-muted line-through">
              {player.name}
            </bdi>
            <Button variant="ghost" onClick={() => people.restore(player)}>
              <Undo2 aria-hidden="true" className="size-4.5" />
              Let back in
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
