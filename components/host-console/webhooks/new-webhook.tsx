"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { eventWords } from "./event-words.ts";
import { makeWebhook, sentenceOf, type Webhook } from "./webhook-api.ts";

interface NewWebhookProps {
  events: readonly string[];
  onMade(webhook: Webhook & { secret: string }): void;
}

export function NewWebhook({ events, onMade }: NewWebhookProps) {
  const [url, setUrl] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>(["session.started", "session.results_ready"]);
  const [error, setError] = useState<string | null>(null);
  const [making, setMaking] = useState(false);

  const toggle = (event: string) =>
    setChosen((all) => (all.includes(event) ? all.filter((each) => each !== event) : [...all, event]));

  async function submit(form: FormEvent) {
    form.preventDefault();
    if (chosen.length === 0) return setError("Choose at least one event.");
    setMaking(true);
    setError(null);
    try {
      onMade(await makeWebhook({ url: url.trim(), events: [...chosen] }));
      setUrl("");
    } catch (refused) {
      setError(sentenceOf(refused));
    } finally {
      setMaking(false);
    }
  }

  return (
    <Card>
      <form onSubmit={submit} className="grid gap-5">
        <h2 className="font-bold text-xl">New webhook</h2>
        <TextField
          label="Address"
          type="url"
          inputMode="url"
          required
          placeholder="https://example.org/ovation"
          value={url}
          error={error ?? undefined}
          onChange={({ target }) => setUrl(target.value)}
        />
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-semibold">Send a message when</legend>
          {events.map((event) => (
            <label key={event} className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                className="size-5 accent-primary"
                checked={chosen.includes(event)}
                onChange={() => toggle(event)}
              />
              <span>{eventWords(event)}</span>
            </label>
          ))}
        </fieldset>
        <Button type="submit" loading={making} className="justify-self-start">
          Create webhook
        </Button>
      </form>
    </Card>
  );
}
