"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { NamedDraft } from "#lib/quiz/drafts/merge-drafts.ts";
import type { KeptVersion } from "#lib/quiz/versions/versions.ts";
import type { Version } from "../saving/editing.ts";
import { readVersion, readVersions, restoreVersion } from "./version-calls.ts";
import { VersionChanges } from "./version-changes.tsx";

type HistoryDialogProps = {
  open: boolean;
  quizId: string;
  /** The quiz in the editor. */
  now: NamedDraft;
  /** Of the present version; null while something is not saved yet. */
  version: number | null;
  onClose: () => void;
  onRestored: (restored: Version) => void;
};

/** Earlier versions of the quiz: who saved them when, what has changed since, and a way to restore them. */
export function HistoryDialog({ open, ...rest }: HistoryDialogProps) {
  return (
    <Dialog open={open} onClose={rest.onClose} size="lg" title="Earlier versions">
      {open && <History {...rest} />}
    </Dialog>
  );
}

function History({ quizId, now, version, onClose, onRestored }: Omit<HistoryDialogProps, "open">) {
  const [chosen, choose] = useState<number | null>(null);
  const { data: versions, error } = useQuery({
    queryKey: ["versions", quizId, version],
    queryFn: () => readVersions(quizId),
    retry: false,
  });
  const earlier = versions?.slice(1) ?? [];
  const shown = chosen ?? earlier[0]?.version ?? null;
  if (error) return <Banner tone="danger">{error.message}</Banner>;
  if (!versions) return <Spinner label="Loading the versions" />;
  if (shown === null)
    return (
      <p className="text-ink-muted">
        There are no earlier versions yet. A version is saved about every five minutes while you work, and
        when you stop.
      </p>
    );
  return (
    <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <ol
        aria-label="Versions"
        className="grid gap-1 max-sm:max-h-44 max-sm:overflow-y-auto max-sm:rounded-md max-sm:bg-surface-sunken max-sm:p-1"
      >
        {earlier.map((each) => (
          <li key={each.version}>
            <VersionButton
              version={each}
              chosen={each.version === shown}
              onChoose={() => choose(each.version)}
            />
          </li>
        ))}
      </ol>
      <Changes
        key={shown}
        {...{ quizId, now, shown, version }}
        onRestored={(restored) => {
          onRestored(restored);
          onClose();
        }}
      />
    </div>
  );
}

type VersionButtonProps = { version: KeptVersion; chosen: boolean; onChoose: () => void };

function VersionButton({ version: { savedAtMs, savedBy, questions }, chosen, onChoose }: VersionButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={classNames(
        "grid w-full gap-0.5 rounded-md px-3 py-2 text-left",
        chosen ? "bg-surface-raised shadow-card ring-1 ring-line" : "hover:bg-ink/5",
      )}
    >
      <LocalTime atMs={savedAtMs} className="font-semibold" />
      <span className="text-ink-muted text-sm">
        {[savedBy, questions === 1 ? "1 question" : `${questions} questions`].filter(Boolean).join(" · ")}
      </span>
    </button>
  );
}

type ChangesProps = {
  quizId: string;
  now: NamedDraft;
  shown: number;
  version: number | null;
  onRestored: (restored: Version) => void;
};

function Changes({ quizId, now, shown, version, onRestored }: ChangesProps) {
  const { data: before, error } = useQuery({
    queryKey: ["version", quizId, shown],
    queryFn: () => readVersion(quizId, shown),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const restore = useMutation({
    mutationFn: (onto: number) => restoreVersion(quizId, shown, onto),
    onSuccess: onRestored,
  });
  if (error) return <Banner tone="danger">{error.message}</Banner>;
  if (!before) return <Spinner label="Loading the version" />;
  return (
    <div className="grid gap-4">
      <VersionChanges before={before} after={now} />
      {restore.error && <Banner tone="danger">{restore.error.message}</Banner>}
      <div className="grid justify-items-start gap-1.5">
        <Button
          loading={restore.isPending}
          disabled={version === null}
          onClick={() => version !== null && restore.mutate(version)}
        >
          Restore this version
        </Button>
        <p className="text-ink-muted text-sm">
          {version === null
            ? "You can restore it once everything here is saved."
            : "The current version is kept too, and Undo brings it back."}
        </p>
      </div>
    </div>
  );
}
