"use client";

import { Smartphone, UserX } from "lucide-react";
import { QRCodeSVG } from "qrcode.react";
import { useEffect, useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { MakeSeatCodeAction } from "../../host-actions.ts";
import { CopyButton } from "../sharing/copy-button.tsx";
import type { Commands } from "../use-commands.ts";
import { TeamChoice } from "./team-choice.tsx";
import type { KnownPlayer } from "./use-people.ts";

type PlayerDialogProps = {
  sessionId: string;
  commands: Commands;
  player: KnownPlayer | null;
  open: boolean;
  onClose(): void;
  onRemove(): void;
  makeSeatCode: MakeSeatCodeAction;
};

/** The actions on one player. */
export function PlayerDialog({
  sessionId,
  commands,
  player,
  open,
  onClose,
  onRemove,
  makeSeatCode,
}: PlayerDialogProps) {
  const [seat, setSeat] = useState<{ code: string; url: string } | null>(null);
  const [making, setMaking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  // Each opening starts without a code: an earlier one is not shown again.
  useEffect(() => {
    if (!open) return;
    setSeat(null);
    setProblem(null);
  }, [open]);

  async function make() {
    if (!player) return;
    setMaking(true);
    setProblem(null);
    try {
      const made = await makeSeatCode(sessionId, player.playerId);
      if (made.ok) setSeat(made);
      else setProblem(made.refusal.message);
    } catch {
      setProblem("The server could not be reached. Check the connection and try again.");
    }
    setMaking(false);
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={<bdi>{player?.name}</bdi>}
      description={
        seat
          ? "On the other device: scan this, or open the join page with this name and type the code."
          : undefined
      }
    >
      <div className="grid gap-4">
        {problem && <Banner tone="danger">{problem}</Banner>}
        {seat ? (
          <Code seat={seat} name={player?.name ?? ""} />
        ) : (
          <div className="grid gap-3">
            {player && <TeamChoice playerId={player.playerId} commands={commands} />}
            <Button variant="secondary" size="lg" loading={making} onClick={() => void make()}>
              <Smartphone aria-hidden="true" className="size-5" />
              Give the seat to another device
            </Button>
            <p className="text-ink-muted text-sm leading-snug">
              For a lost phone or an empty battery. Points, streak and answers move along, and the old phone
              is disconnected.
            </p>
            <Button variant="ghost" size="lg" className="text-danger-ink" onClick={onRemove}>
              <UserX aria-hidden="true" className="size-5" />
              Remove from the quiz…
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function Code({ seat: { code, url }, name }: { seat: { code: string; url: string }; name: string }) {
  return (
    <div className="grid justify-items-center gap-4 text-center">
      <div className="rounded-xl bg-[white] p-3">
        <QRCodeSVG value={url} size={184} marginSize={0} title={`QR code for the seat of ${name}`} />
      </div>
      <p className="flex items-center gap-1">
        <span className="display numerals select-all text-3xl tracking-wide">
          {`${code.slice(0, 4)} ${code.slice(4)}`}
        </span>
        <CopyButton url={url} label="Copy the link" />
      </p>
      <p className="text-balance text-ink-muted text-sm">
        {`It works once, for five minutes. The device that uses it becomes ${name}: show it to no one else.`}
      </p>
    </div>
  );
}
