"use client";

import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Switch } from "#components/ui/fields/switch.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import { Deliveries } from "./deliveries.tsx";
import { eventWords } from "./event-words.ts";
import { changeWebhook, deleteWebhook, sentenceOf, type Webhook } from "./webhook-api.ts";

interface WebhookCardProps {
  webhook: Webhook;
  onChange(changed: Webhook): void;
  onDelete(): void;
}

export function WebhookCard({ webhook, onChange, onDelete }: WebhookCardProps) {
  const [shown, setShown] = useState(false);
  const [asking, setAsking] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const toast = useToast();
  const failed = (error: unknown) => toast(sentenceOf(error), "danger");

  const remove = () => {
    setDeleting(true);
    deleteWebhook(webhook.id).then(onDelete, (error: unknown) => {
      setDeleting(false);
      setAsking(false);
      failed(error);
    });
  };

  return (
    <li>
      <Card className="grid gap-3">
        <h2 className="break-all font-mono font-semibold">{webhook.url}</h2>
        <p className="flex flex-wrap gap-2">
          {webhook.events.map((event) => (
            <Badge key={event}>{eventWords(event)}</Badge>
          ))}
        </p>
        <Switch
          label="Active"
          hint="While it is off, events wait and are sent when it is on again."
          checked={webhook.active}
          onChange={({ target }) =>
            changeWebhook(webhook.id, { active: target.checked }).then(onChange, failed)
          }
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="secondary" aria-expanded={shown} onClick={() => setShown(!shown)}>
            Deliveries
          </Button>
          <Button variant="ghost" onClick={() => setAsking(true)}>
            Delete
          </Button>
        </div>
        {shown && <Deliveries webhookId={webhook.id} />}
      </Card>
      <ConfirmDialog
        open={asking}
        title="Delete this webhook?"
        description="Its secret and its deliveries are deleted too, and events that are still waiting are not sent."
        confirmLabel="Delete webhook"
        tone="danger"
        pending={deleting}
        onConfirm={remove}
        onCancel={() => setAsking(false)}
      />
    </li>
  );
}
