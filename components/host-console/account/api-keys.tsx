"use client";

import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import type { ApiKey } from "#lib/auth/account-store.ts";
import type { KeyScope } from "#lib/auth/rights.ts";
import type { KeyActions } from "../host-actions.ts";
import { useDone } from "../use-done.ts";
import { KeyDialog } from "./key-dialog.tsx";

type ApiKeysProps = {
  /** `fixed`: given by the server's settings. */
  keys: readonly (ApiKey & { fixed: boolean })[];
  /** Those that this account's role can use. */
  scopes: readonly KeyScope[];
  actions: KeyActions;
};

export function ApiKeys({ keys, scopes, actions }: ApiKeysProps) {
  const [making, setMaking] = useState(false);
  const [removing, setRemoving] = useState<ApiKey | null>(null);
  const { working, done } = useDone();
  return (
    <>
      {keys.length > 0 && (
        <ul aria-label="API keys" className="divide-y rounded-xl border bg-surface">
          {keys.map((key) => (
            <li key={key.id} className="flex min-h-16 items-center gap-4 py-2.5 ps-5 pe-3">
              <KeyRound aria-hidden="true" className="size-5 shrink-0 text-ink-muted" />
              <span className="grid min-w-0 flex-1 gap-0.5">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="break-words font-semibold">{key.name}</span>
                  <Badge>{key.scope}</Badge>
                </span>
                <span className="text-ink-muted text-sm">
                  {key.hint !== null && <code className="me-1 font-mono">{`${key.hint}…`}</code>}
                  {key.usedAtMs === null ? (
                    "never used"
                  ) : (
                    <>
                      used <LocalTime atMs={key.usedAtMs} />
                    </>
                  )}
                  {key.fixed && <span> · given by the server’s settings</span>}
                </span>
              </span>
              {!key.fixed && (
                <Button variant="ghost" onClick={() => setRemoving(key)} aria-label={`Revoke ${key.name}`}>
                  Revoke
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Button variant="secondary" onClick={() => setMaking(true)} className="justify-self-start">
        <Plus aria-hidden="true" className="size-5" />
        New API key
      </Button>
      <KeyDialog open={making} onClose={() => setMaking(false)} scopes={scopes} make={actions.make} />
      <ConfirmDialog
        open={removing !== null}
        title={`Revoke ${removing?.name ?? ""}?`}
        description="Programs that use this key are refused from now on."
        confirmLabel="Revoke the key"
        tone="danger"
        pending={working}
        onCancel={() => setRemoving(null)}
        onConfirm={() => {
          if (!removing) return;
          done(
            () => actions.remove(removing.id),
            `${removing.name} is revoked.`,
            () => setRemoving(null),
          );
        }}
      />
    </>
  );
}
