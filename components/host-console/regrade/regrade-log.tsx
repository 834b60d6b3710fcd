"use client";

import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import { PROFILES } from "#lib/points/profiles.ts";
import type { RegradeReply } from "#lib/session/regrades.ts";
import { counted } from "../phase-words.ts";
import { undoRegrade } from "./regrade-api.ts";

type RegradeLogProps = {
  sessionId: string;
  regrades: readonly RegradeReply[];
  /** Whether the viewer may undo them. */
  undoable: boolean;
};

/** The regrades of a session, by whom and why, each with an undo. */
export function RegradeLog({ sessionId, regrades, undoable }: RegradeLogProps) {
  if (regrades.length === 0) return null;
  return (
    <section
      aria-labelledby="regrades"
      className="grid gap-3 rounded-xl bg-surface-raised p-6 ring-1 ring-line"
    >
      <h2 id="regrades" className="display text-2xl">
        Changed afterwards
      </h2>
      <ul className="grid gap-3">
        {regrades.toReversed().map((each) => (
          <Entry key={each.id} sessionId={sessionId} regrade={each} undoable={undoable} />
        ))}
      </ul>
    </section>
  );
}

type EntryProps = { sessionId: string; regrade: RegradeReply; undoable: boolean };

function Entry({ sessionId, regrade, undoable }: EntryProps) {
  const [undoing, startUndoing] = useTransition();
  const { refresh } = useRouter();
  const toast = useToast();
  const { id, changes, profile, reason, by, atMs, undone } = regrade;

  const undo = () =>
    startUndoing(async () => {
      try {
        const { moved } = await undoRegrade(sessionId, id);
        toast(`Undone. ${counted(moved.length, "player")} moved back.`);
        refresh();
      } catch (error) {
        toast(error instanceof Error ? error.message : String(error), "danger");
      }
    });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t pt-3 first:border-t-0 first:pt-0">
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="break-words font-medium">
          {[...changes.map(inWords), ...(profile ? [`Scoring: ${PROFILES[profile].label}`] : [])].join("; ")}
        </p>
        <p className="break-words text-ink-muted text-sm">
          <span>{`“${reason}” · ${by.name}, `}</span>
          <LocalTime atMs={atMs} />
        </p>
      </div>
      {undone ? (
        <Badge>Undone</Badge>
      ) : (
        undoable && (
          <Button variant="secondary" loading={undoing} onClick={undo}>
            <Undo2 aria-hidden="true" className="size-4.5" />
            <span>Undo</span>
          </Button>
        )
      )}
    </li>
  );
}

function inWords({ questionIndex, accept, key, points, ...change }: RegradeReply["changes"][number]): string {
  const what = [
    ...(change.void === true ? ["voided"] : []),
    ...(change.void === false ? ["counts after all"] : []),
    ...(accept === undefined ? [] : [`also accepts ${acceptedWords(accept)}`]),
    ...(key === undefined ? [] : ["has another right answer"]),
    ...(points === undefined ? [] : [POINTS[points]]),
  ];
  return `Question ${questionIndex + 1} ${what.join(", ")}`;
}

const POINTS = { 0: "earns no points", 1: "earns normal points", 2: "earns double points" } as const;

function acceptedWords(accept: NonNullable<RegradeReply["changes"][number]["accept"]>): string {
  const texts = [accept].flat().map((each) => {
    if (typeof each === "string") return `“${each}”`;
    if (typeof each === "number") return String(each);
    if ("text" in each) return `“${each.text}”`;
    if ("number" in each) return String(each.number);
    return "another answer";
  });
  return texts.join(", ");
}
