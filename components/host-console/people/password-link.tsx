"use client";

import { useState, useTransition } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { ActionResult } from "#lib/web/action-result.ts";
import { ShownOnce } from "../account/shown-once.tsx";

type PasswordLinkProps = { name: string; make(): Promise<ActionResult<{ url: string }>> };

/** For somebody who forgot their password: a link to hand on. */
export function PasswordLink({ name, make }: PasswordLinkProps) {
  const [url, setUrl] = useState<string | null>(null);
  const [making, start] = useTransition();
  const toast = useToast();

  function ask() {
    start(async () => {
      const made = await make().catch(() => null);
      if (made?.ok) return setUrl(made.url);
      toast(made?.refusal.message ?? "The server could not be reached. Try again.", "danger");
    });
  }

  return (
    <>
      <Button variant="ghost" loading={making} onClick={ask} aria-label={`Password link for ${name}`}>
        Password link
      </Button>
      <Dialog
        open={url !== null}
        onClose={() => setUrl(null)}
        title={`A new password for ${name}`}
        description="Send this link to them. It works once, for a day, and is shown only now. Their password stays until they choose a new one."
      >
        {url !== null && <ShownOnce label="Link" value={url} onClose={() => setUrl(null)} />}
      </Dialog>
    </>
  );
}
