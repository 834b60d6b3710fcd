"use client";

import { useCallback, useEffect, useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { eventWords } from "./event-words.ts";
import { type Delivery, deliveriesOf, sendAgain, sentenceOf } from "./webhook-api.ts";

const STATES = {
  pending: { tone: "warning", words: "Waiting" },
  delivered: { tone: "success", words: "Delivered" },
  failed: { tone: "danger", words: "Given up" },
} as const;
const LOOK_AGAIN_MS = 3_000;

/** The latest deliveries of one webhook, refreshed while they are shown. */
export function Deliveries({ webhookId }: { webhookId: string }) {
  const [deliveries, setDeliveries] = useState<readonly Delivery[] | null>(null);
  const [error, setError] = useState<string | null>(null);

  const look = useCallback(
    () =>
      deliveriesOf(webhookId).then(
        (found) => {
          setDeliveries(found);
          setError(null);
        },
        (failure: unknown) => setError(sentenceOf(failure)),
      ),
    [webhookId],
  );

  useEffect(() => {
    void look();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [look]);

  const again = (id: string) =>
    sendAgain(webhookId, id).then(look, (failure: unknown) => setError(sentenceOf(failure)));

  return (
    <section aria-label="Deliveries" className="grid gap-3 border-line border-t pt-4">
      {error && (
        <p role="alert" className="text-danger-ink">
          {error}
        </p>
      )}
      {deliveries?.length === 0 && (
        <p className="text-ink-muted">Nothing has happened since this webhook was created.</p>
      )}
      <ul className="grid gap-3">
        {deliveries?.map((delivery) => (
          <li key={delivery.id} className="grid gap-x-4 gap-y-2 sm:grid-cols-[1fr_auto] sm:items-center">
            <div className="grid min-w-0 gap-1">
              <p className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{eventWords(delivery.event)}</span>
                <Badge tone={STATES[delivery.state].tone}>{STATES[delivery.state].words}</Badge>
                <LocalTime atMs={delivery.createdAtMs} className="text-ink-muted text-sm" />
              </p>
              <p className="text-ink-muted text-sm">{whatBecame(delivery)}</p>
            </div>
            <Button variant="ghost" onClick={() => again(delivery.id)}>
              Send again
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function whatBecame({ attempts, status, error, state }: Delivery): string {
  const tries = attempts === 1 ? "1 attempt" : `${attempts} attempts`;
  if (state === "delivered") return `Answered ${status} after ${tries}.`;
  if (attempts === 0) return "Not sent yet.";
  return error ? `${tries}. ${error}` : `${tries}.`;
}
