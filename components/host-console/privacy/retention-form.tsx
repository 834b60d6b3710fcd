"use client";

import { useState, useTransition } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { Select } from "#components/ui/fields/select.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { Retention } from "#lib/session/retention.ts";
import type { RetentionPreview } from "#lib/session/retention-store.ts";
import type { ActionResult } from "#lib/web/action-result.ts";
import { counted } from "../phase-words.ts";
import { namesChoices, sessionsChoices, toDays, toValue } from "./retention-words.ts";

type RetentionFormProps = {
  retention: Retention;
  preview(retention: Retention): Promise<ActionResult<{ preview: RetentionPreview }>>;
  keep(retention: Retention): Promise<ActionResult<object>>;
};

/** Chooses how long things are kept. Where that changes or deletes something at once, it says how much and asks. */
export function RetentionForm({ retention, preview, keep }: RetentionFormProps) {
  const [chosen, setChosen] = useState(retention);
  const [due, setDue] = useState<RetentionPreview | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [working, work] = useTransition();
  const toast = useToast();
  const { replaceNamesAfterDays: names, deleteSessionsAfterDays: sessions } = chosen;
  const changed = names !== retention.replaceNamesAfterDays || sessions !== retention.deleteSessionsAfterDays;
  const pointless = names !== null && sessions !== null && names >= sessions;

  function attempt(step: () => Promise<ActionResult<object>>) {
    work(async () => {
      try {
        const done = await step();
        setTrouble(done.ok ? null : done.refusal.message);
      } catch {
        setTrouble("The server could not be reached. Check the connection and try again.");
      }
    });
  }

  async function save() {
    const kept = await keep(chosen);
    setDue(null);
    if (kept.ok) toast("Saved.", "success");
    return kept;
  }

  const look = () =>
    attempt(async () => {
      const seen = await preview(chosen);
      if (!seen.ok) return seen;
      if (seen.preview.names.sessions + seen.preview.deletions.sessions === 0) return save();
      setDue(seen.preview);
      return seen;
    });

  return (
    <form action={look} className="grid max-w-md gap-4">
      {trouble && <Banner tone="danger">{trouble}</Banner>}
      <Select
        label="Replace names"
        hint="“Ada” becomes “Player 12”. Answers, points and places stay."
        choices={namesChoices(names)}
        value={toValue(names)}
        onChange={(value) => setChosen({ ...chosen, replaceNamesAfterDays: toDays(value) })}
      />
      <Select
        label="Delete sessions"
        hint="With their players, answers and results. Quizzes stay."
        choices={sessionsChoices(sessions)}
        value={toValue(sessions)}
        onChange={(value) => setChosen({ ...chosen, deleteSessionsAfterDays: toDays(value) })}
      />
      {pointless && (
        <p className="text-ink-muted text-sm">Sessions are deleted before their names would be replaced.</p>
      )}
      <Button
        type="submit"
        variant="secondary"
        loading={working && due === null}
        disabled={!changed}
        className="justify-self-start"
      >
        Save
      </Button>
      <ConfirmDialog
        open={due !== null}
        title={due?.deletions.sessions ? "Delete now?" : "Replace names now?"}
        description={due ? `${dueInWords(due)} That cannot be undone.` : ""}
        confirmLabel="Save and apply now"
        cancelLabel="Cancel"
        tone="danger"
        pending={working}
        onConfirm={() => attempt(save)}
        onCancel={() => setDue(null)}
      />
    </form>
  );
}

function dueInWords({ names, deletions }: RetentionPreview): string {
  const deleted = deletions.sessions > 0 && `deletes ${amount(deletions)}`;
  const replaced = names.sessions > 0 && `replaces the names in ${amount(names)}`;
  return `This ${[deleted, replaced].filter(Boolean).join(" and ")} right away.`;
}

function amount({ sessions, players }: RetentionPreview["names"]): string {
  return `${counted(sessions, "session")} with ${counted(players, "player")}`;
}
