"use client";

import { Webhook as WebhookIcon } from "lucide-react";
import { useState } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { NewWebhook } from "./new-webhook.tsx";
import { SecretOnce } from "./secret-once.tsx";
import type { Webhook } from "./webhook-api.ts";
import { WebhookCard } from "./webhook-card.tsx";

interface WebhooksProps {
  initial: readonly Webhook[];
  events: readonly string[];
}

export function Webhooks({ initial, events }: WebhooksProps) {
  const [webhooks, setWebhooks] = useState(initial);
  const [secret, setSecret] = useState<string | null>(null);

  return (
    <>
      {secret && <SecretOnce secret={secret} onDone={() => setSecret(null)} />}
      {webhooks.length === 0 ? (
        <EmptyState icon={<WebhookIcon />} title="No webhooks yet">
          Create one below. It hears about every session that starts from then on.
        </EmptyState>
      ) : (
        <ul className="grid gap-4" aria-label="Your webhooks">
          {webhooks.map((webhook) => (
            <WebhookCard
              key={webhook.id}
              webhook={webhook}
              onChange={(changed) =>
                setWebhooks((all) => all.map((each) => (each.id === changed.id ? changed : each)))
              }
              onDelete={() => setWebhooks((all) => all.filter(({ id }) => id !== webhook.id))}
            />
          ))}
        </ul>
      )}
      <NewWebhook
        events={events}
        onMade={({ secret: shown, ...webhook }) => {
          setSecret(shown);
          setWebhooks((all) => [...all, webhook]);
        }}
      />
    </>
  );
}
