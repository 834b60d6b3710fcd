"use client";

import { MonitorSmartphone } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { SignedInDevice } from "#lib/auth/account-store.ts";
import type { ActionResult } from "#lib/web/action-result.ts";
import { useDone } from "../use-done.ts";

type DevicesProps = {
  devices: readonly SignedInDevice[];
  /** This browser's sign-in. */
  current: string | null;
  endDevice(id: string): Promise<ActionResult<object>>;
};

export function Devices({ devices, current, endDevice }: DevicesProps) {
  const { working, done } = useDone();
  return (
    <ul aria-label="Devices" className="divide-y rounded-xl border bg-surface">
      {devices.map(({ id, device, createdAtMs, usedAtMs }) => {
        const name = device ?? "A device";
        return (
          <li key={id} className="flex min-h-16 items-center gap-4 py-2.5 ps-5 pe-3">
            <MonitorSmartphone aria-hidden="true" className="size-5 shrink-0 text-ink-muted" />
            <span className="grid min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-semibold">{name}</span>
                {id === current && <Badge tone="accent">This device</Badge>}
              </span>
              {createdAtMs !== null && (
                <span className="text-ink-muted text-sm">
                  Signed in <LocalTime atMs={createdAtMs} />
                  {usedAtMs !== null && (
                    <>
                      {" "}
                      · used <LocalTime atMs={usedAtMs} />
                    </>
                  )}
                </span>
              )}
            </span>
            {id !== current && (
              <Button
                variant="ghost"
                disabled={working}
                onClick={() => done(() => endDevice(id), `${name} is signed out.`)}
                aria-label={`Sign out ${name}`}
              >
                Sign out
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
