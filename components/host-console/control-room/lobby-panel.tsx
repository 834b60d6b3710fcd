"use client";

import { QRCodeSVG } from "qrcode.react";
import { PinDisplay } from "#components/ui/pin-display.tsx";
import type { View } from "#lib/session/view.ts";
import { CopyButton } from "./copy-button.tsx";

/** How the room gets in: the PIN, the address and the code, for whoever asks the host. */
export function LobbyPanel({ view }: { view: View }) {
  const { joinUrl } = view;
  const address = joinUrl.replace(/^https?:\/\//, "").replace(/\/join\?.*$/, "");
  return (
    <section
      aria-label="How to join"
      data-theme="dark"
      className="stage flex flex-wrap items-center justify-between gap-6 rounded-2xl p-6 sm:p-8"
    >
      <div className="grid min-w-0 gap-3">
        <p className="flex flex-wrap items-center gap-x-1 text-ink-muted text-lg">
          Join at <span className="break-all font-semibold text-ink">{address}</span>
          <CopyButton url={joinUrl} label="Copy the join link" />
        </p>
        <PinDisplay pin={view.pin} className="text-[clamp(3.5rem,8vw,6rem)] text-accent-ink" />
      </div>
      <div className="rounded-xl bg-[white] p-3">
        <QRCodeSVG value={joinUrl} size={132} marginSize={0} title="QR code of the join link" />
      </div>
    </section>
  );
}
