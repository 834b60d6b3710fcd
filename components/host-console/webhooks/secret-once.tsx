"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { Card } from "#components/ui/card.tsx";

/** The secret of a new webhook, shown once. If it is lost, the webhook must be made anew. */
export function SecretOnce({ secret, onDone }: { secret: string; onDone: () => void }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(secret).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Card role="status" className="grid gap-3">
      <h2 className="font-bold text-xl">Keep this secret</h2>
      <p className="max-w-[65ch] text-pretty text-ink-muted">
        Your server uses it to check the signature of each message. It is shown only once.
      </p>
      <code className="select-all break-all rounded-md bg-surface-sunken p-3 font-mono">{secret}</code>
      <div className="flex flex-wrap gap-3">
        <Button variant="secondary" onClick={copy}>
          {copied ? (
            <Check aria-hidden="true" className="size-5" />
          ) : (
            <Copy aria-hidden="true" className="size-5" />
          )}
          <span>{copied ? "Copied" : "Copy"}</span>
        </Button>
        <Button variant="ghost" onClick={onDone}>
          I have saved it
        </Button>
      </div>
    </Card>
  );
}
