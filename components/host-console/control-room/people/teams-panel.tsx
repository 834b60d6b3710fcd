"use client";

import { Pencil } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { Avatar } from "#components/ui/player/avatar.tsx";
import { useBoard } from "#lib/client/board/use-board.ts";
import type { View } from "#lib/session/reports/view.ts";
import type { Team } from "#lib/session/teams/team.ts";
import { counted } from "../../phase-words.ts";
import type { Commands } from "../use-commands.ts";

type TeamsPanelProps = { view: View; commands: Commands };

/** The teams and how many are in them. Press one to rename it. */
export function TeamsPanel({ view, commands }: TeamsPanelProps) {
  const counts = new Map(useBoard()?.teams?.map(({ teamId, members }) => [teamId, members]));
  const [asked, setAsked] = useState<Team | null>(null);
  const [open, setOpen] = useState(false);
  const teams = view.teams ?? [];
  return (
    <section aria-label="Teams" className="grid content-start gap-3">
      <h2 className="display text-xl">Teams</h2>
      {teams.length === 0 ? (
        <p className="text-ink-muted">No teams yet. The first player to name one creates it.</p>
      ) : (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-2">
          {teams.map((team) => (
            <li key={team.teamId} className="min-w-0">
              <button
                type="button"
                title={`${team.name}: rename…`}
                onClick={() => {
                  setAsked(team);
                  setOpen(true);
                }}
                className="group flex min-h-11 w-full items-center gap-2.5 rounded-lg bg-surface-raised px-2.5 py-1.5 text-start font-semibold ring-1 ring-line transition-colors hover:bg-surface-sunken hover:ring-line-strong"
              >
                <Avatar name={team.name} avatar={team.avatar} className="text-sm" />
                <span className="min-w-0 flex-1 leading-tight">
                  <bdi translate="no" className="break-words">
                    {team.name}
                  </bdi>
                </span>
                <span className="numerals shrink-0 text-ink-muted">
                  <span aria-hidden="true">{counts.get(team.teamId) ?? 0}</span>
                  <span className="sr-only">{counted(counts.get(team.teamId) ?? 0, "player")}</span>
                </span>
                <Pencil aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
                <span className="sr-only">: rename</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <RenameDialog team={asked} open={open} commands={commands} onClose={() => setOpen(false)} />
    </section>
  );
}

type RenameDialogProps = { team: Team | null; open: boolean; commands: Commands; onClose(): void };

function RenameDialog({ team, open, commands, onClose }: RenameDialogProps) {
  const [name, setName] = useState("");
  useEffect(() => {
    if (open) setName(team?.name ?? "");
  }, [open, team]);
  const rename = async () => {
    if (!team || name.trim() === "") return;
    if (await commands.send({ command: "renameTeam", teamId: team.teamId, name })) onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Rename this team"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          <Button onClick={() => void rename()} loading={commands.pending === "renameTeam"}>
            Rename
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <TextField
          label="Team name"
          dir="auto"
          value={name}
          maxLength={100}
          autoComplete="off"
          error={open && commands.problem ? commands.problem : undefined}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
