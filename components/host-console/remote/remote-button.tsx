"use client";

import { Smartphone } from "lucide-react";
import { QRCodeSVG } from "qrcode.react";
import { useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { IconButton } from "#components/ui/buttons/icon-button.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { joinAddress } from "#lib/client/address/join-address.ts";
import type { View } from "#lib/session/reports/view.ts";
import { CopyButton } from "../control-room/sharing/copy-button.tsx";
import type { RemoteActions } from "../host-actions.ts";
import { type RemoteOffer, useRemoteCode } from "./use-remote-code.ts";

type RemoteButtonProps = { sessionId: string; view: View; actions: RemoteActions };

/** Makes the host's phone a second control room of this session, by a code that it scans. */
export function RemoteButton({ sessionId, view, actions }: RemoteButtonProps) {
  const [open, setOpen] = useState(false);
  const offer = useRemoteCode(sessionId, open, actions);
  return (
    <>
      <IconButton
        aria-label="Use your phone as a remote"
        onClick={() => setOpen(true)}
        className="max-sm:hidden"
      >
        <Smartphone aria-hidden="true" />
      </IconButton>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Use your phone as a remote"
        description="Scan this code with your phone’s camera. You need no password."
      >
        <div className="grid gap-5">
          {offer.problem && <Banner tone="danger">{offer.problem}</Banner>}
          <Code code={offer.code} view={view} />
          <PairedDevices offer={offer} />
        </div>
      </Dialog>
    </>
  );
}

/** The secret sits behind the #: no server, proxy or preview of the link ever gets it. */
function Code({ code, view }: { code: string | null; view: View }) {
  // Where phones join, they also reach the control room.
  const url = code === null ? null : `${new URL(joinAddress(location, view).url).origin}/remote#${code}`;
  return (
    <div className="grid justify-items-center gap-3 text-center">
      <div className="grid size-56 place-items-center rounded-xl bg-[white] p-4">
        {url === null ? (
          <Spinner label="Creating a code" className="text-[black]" />
        ) : (
          <QRCodeSVG value={url} size={192} marginSize={0} title="QR code that makes a phone the remote" />
        )}
      </div>
      <p className="flex min-h-11 items-center gap-1 text-balance text-ink-muted text-sm">
        <span>The code works once. A new one appears every 90 seconds.</span>
        {url !== null && <CopyButton url={url} label="Copy the link" />}
      </p>
      <p className="text-balance text-ink-muted text-sm">
        The phone controls this quiz and nothing else in your account, until the quiz ends or you remove the
        phone.
      </p>
    </div>
  );
}

function PairedDevices({ offer: { paired, remove } }: { offer: RemoteOffer }) {
  // Always rendered: a live region announces only later changes.
  return (
    <section aria-label="Paired devices" aria-live="polite" className="grid gap-2 empty:hidden">
      {paired.length > 0 && (
        <>
          <h3 className="font-semibold">Paired devices</h3>
          <ul className="divide-y rounded-lg border">
            {paired.map(({ id, device, pairedAtMs }) => (
              <li key={id} className="flex items-center gap-3 py-1.5 ps-4 pe-2">
                <Smartphone aria-hidden="true" className="size-5 shrink-0 text-ink-muted" />
                <span className="grid min-w-0 flex-1">
                  <span className="truncate font-medium">{device}</span>
                  <span className="text-ink-muted text-sm">
                    Since <LocalTime atMs={pairedAtMs} />
                  </span>
                </span>
                <Button variant="ghost" onClick={() => void remove(id)} aria-label={`Remove ${device}`}>
                  Remove
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
