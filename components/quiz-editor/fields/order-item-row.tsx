"use client";

import { ChevronDown, ChevronUp, X } from "lucide-react";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { HintButton } from "#components/ui/buttons/hint-button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { ProblemLine } from "#components/ui/fields/problem-line.tsx";
import { useProblem } from "../field-problems.tsx";
import { SeenAs } from "./seen-as.tsx";

type ItemRowProps = {
  place: number;
  item: string;
  last: boolean;
  optional: boolean;
  onWrite: (text: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: (() => void) | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
};

/** One item and its place. */
export function OrderItemRow({
  place,
  item,
  last,
  optional,
  onWrite,
  onMove,
  onRemove,
  onKeyDown,
  onPaste,
}: ItemRowProps) {
  const path = `items[${place}]`;
  const problem = useProblem(path);
  const name = `item ${place + 1}`;
  return (
    <li className="grid gap-1">
      <div
        className={classNames(
          "flex items-stretch rounded-lg border-[1.5px] bg-surface-raised focus-within:border-focus focus-within:ring-3 focus-within:ring-focus/30",
          problem ? "border-danger" : "border-line-strong",
        )}
      >
        <span
          aria-hidden="true"
          className="display numerals grid w-12 shrink-0 place-items-center rounded-l-[0.9rem] bg-surface-sunken text-ink-muted"
        >
          {place + 1}
        </span>
        <input
          data-path={path}
          value={item}
          onChange={(event) => onWrite(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          aria-label={`Item ${place + 1}`}
          aria-invalid={problem ? true : undefined}
          placeholder={optional ? "Left out if empty" : `Item ${place + 1}`}
          className="block min-h-13 w-full min-w-0 bg-transparent px-3.5 outline-none"
        />
        <HintButton
          aria-label={`Move ${name} up`}
          disabled={place === 0}
          onClick={() => onMove(-1)}
          className="w-9 self-center"
        >
          <ChevronUp aria-hidden="true" />
        </HintButton>
        <HintButton
          aria-label={`Move ${name} down`}
          disabled={last}
          onClick={() => onMove(1)}
          className="w-9 self-center"
        >
          <ChevronDown aria-hidden="true" />
        </HintButton>
        {onRemove && (
          <HintButton aria-label={`Remove ${name}`} onClick={onRemove} className="self-center">
            <X aria-hidden="true" />
          </HintButton>
        )}
      </div>
      <SeenAs text={item} />
      <ProblemLine>{problem}</ProblemLine>
    </li>
  );
}
