"use client";

import { QRCodeSVG } from "qrcode.react";
import { PinDisplay } from "#components/ui/pin-display.tsx";
import { joinAddress } from "#lib/client/address/join-address.ts";
import type { View } from "#lib/session/reports/view.ts";
import type { ControlRoomProps } from "../control-room-props.ts";
import { CopyButton } from "../sharing/copy-button.tsx";
import { JoinAddressChoice } from "../sharing/join-address-choice.tsx";
import type { Commands } from "../use-commands.ts";

type LobbyPanelProps = {
  view: View;
  candidates: ControlRoomProps["joinCandidates"];
  send: Commands["send"];
};

/** How the room gets in: the PIN, the address and the code, for people who ask the host. */
export function LobbyPanel({ view, candidates, send }: LobbyPanelProps) {
  // As the big screen shows it.
  const { url } = joinAddress(location, view);
  return (
    <section
      aria-label="How to join"
      data-theme="dark"
      className="stage flex flex-wrap items-center justify-between gap-6 rounded-2xl p-6 sm:p-8"
    >
      <div className="grid min-w-0 flex-[1_1_22rem] gap-3">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted text-lg">
          Join at
          <JoinAddressChoice shown={new URL(url).origin} candidates={candidates} send={send} />
          <CopyButton url={url} label="Copy the join link" />
        </div>
        <PinDisplay pin={view.pin} className="text-[clamp(3.5rem,8vw,6rem)] text-accent-ink" />
      </div>
      <div className="rounded-xl bg-[white] p-3">
        <QRCodeSVG value={url} size={132} marginSize={0} title="QR code of the join link" />
      </div>
    </section>
  );
}
