"use client";

import Link from "next/link";
import { Button } from "#components/ui/buttons/button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { Problem } from "#lib/quiz/problems.ts";
import { problemHref } from "./problem-href.ts";

type ThingsToFinishProps = {
  open: boolean;
  quiz: { id: string; title: string };
  /** How many there are; `first` are the first few of them. */
  count: number;
  first: readonly Problem[];
  /** In the editor itself; elsewhere the links lead there. */
  onPick?: (path: string) => void;
  onClose: () => void;
};

/** The problems that keep a quiz from starting; each links to its place. */
export function ThingsToFinish({ open, quiz, count, first, onPick, onClose }: ThingsToFinishProps) {
  const more = count - first.length;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={count === 1 ? "One thing to finish first" : `${count} things to finish first`}
      description={`“${quiz.title}” can be started once they are done.`}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <ul className="grid gap-1">
        {first.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {onPick ? (
              <button type="button" onClick={() => onPick(path)} className={LINK}>
                <Words path={path} message={message} />
              </button>
            ) : (
              <Link href={problemHref(quiz.id, path)} prefetch={false} className={LINK}>
                <Words path={path} message={message} />
              </Link>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="px-2 pt-2 text-ink-muted text-sm">{`and ${more} more`}</p>}
    </Dialog>
  );
}

const LINK =
  "flex min-h-11 w-full items-center rounded-md px-2 py-1.5 text-left underline decoration-current/30 underline-offset-4 hover:bg-ink/5";

function Words({ path, message }: Problem) {
  const place = /^questions\[(\d+)\]/.exec(path)?.[1];
  return (
    <span>
      {place !== undefined && <span className="font-semibold">{`Question ${Number(place) + 1}: `}</span>}
      <span>{message}</span>
    </span>
  );
}
