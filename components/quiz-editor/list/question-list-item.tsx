"use client";

import { ChevronDown, ChevronUp, Copy, GitFork, Trash2, TriangleAlert } from "lucide-react";
import type { DragEvent, KeyboardEvent } from "react";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { classNames } from "#components/ui/class-names.ts";
import { HintButton } from "#components/ui/hint-button.tsx";
import type { KeyedQuestion } from "../draft.ts";
import { KindIcon, kindLabel } from "../kinds.tsx";

type QuestionListItemProps = {
  item: KeyedQuestion;
  place: number;
  last: boolean;
  selected: boolean;
  unfinished: boolean;
  contested: boolean;
  /** Something is being dragged over it, and would land here. */
  dropTarget: boolean;
  drag: {
    onDragStart: (event: DragEvent) => void;
    onDragOver: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
    onDragEnd: () => void;
  };
  onSelect: () => void;
  onMove: (by: -1 | 1) => void;
  onDuplicate: () => void;
  onRemove: () => void;
};

/** One line of the list; the chosen one shows what can be done with it. Alt + arrows move it. */
export function QuestionListItem(props: QuestionListItemProps) {
  const { item, place, last, selected, unfinished, contested, dropTarget, drag, onSelect, onMove } = props;
  const { question } = item;
  const prompt = withoutMarks(question.prompt, question.plainText).trim();

  function onKeyDown(event: KeyboardEvent) {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(event.key === "ArrowUp" ? -1 : 1);
  }

  return (
    <li
      draggable
      {...drag}
      className={classNames(
        "relative w-56 shrink-0 rounded-lg transition-colors lg:w-auto",
        selected ? "bg-surface-raised shadow-card ring-1 ring-line" : "hover:bg-ink/5",
        dropTarget && "outline-2 outline-focus outline-dashed",
      )}
    >
      <button
        type="button"
        data-question={item.key}
        aria-current={selected || undefined}
        onClick={onSelect}
        onKeyDown={onKeyDown}
        className="flex w-full items-start gap-2.5 rounded-lg px-3 py-2.5 text-left"
      >
        <span className="numerals display w-5 shrink-0 pt-0.5 text-center text-ink-muted text-sm">
          {place + 1}
        </span>
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span
            className={classNames(
              "line-clamp-2 break-words text-[0.9375rem] leading-snug",
              prompt === "" ? "text-ink-muted italic" : "font-medium",
            )}
          >
            {prompt === "" ? "No question yet" : prompt}
          </span>
          <span className="flex items-center gap-1.5 text-ink-muted text-xs">
            <KindIcon kind={question.kind} className="size-3.5" />
            <span>{kindLabel(question.kind)}</span>
            <span aria-hidden="true">·</span>
            <span className="numerals">{`${Math.round(question.timeLimitMs / 1000)} s`}</span>
          </span>
        </span>
        {contested && (
          <span className="mt-0.5 text-warning-ink" title="Changed in two windows">
            <GitFork aria-hidden="true" className="size-4" />
            <span className="sr-only">, changed in two windows</span>
          </span>
        )}
        {unfinished && !contested && (
          <span className="mt-0.5 text-warning-ink" title="Not finished">
            <TriangleAlert aria-hidden="true" className="size-4" />
            <span className="sr-only">, not finished</span>
          </span>
        )}
      </button>
      {selected && <ItemActions {...props} last={last} />}
    </li>
  );
}

function ItemActions({ place, last, onMove, onDuplicate, onRemove }: QuestionListItemProps) {
  const name = `question ${place + 1}`;
  return (
    <div className="flex items-center gap-0.5 px-2 pb-1.5">
      <HintButton size="sm" aria-label={`Move ${name} up`} disabled={place === 0} onClick={() => onMove(-1)}>
        <ChevronUp aria-hidden="true" />
      </HintButton>
      <HintButton size="sm" aria-label={`Move ${name} down`} disabled={last} onClick={() => onMove(1)}>
        <ChevronDown aria-hidden="true" />
      </HintButton>
      <HintButton size="sm" aria-label={`Duplicate ${name}`} onClick={onDuplicate} className="ml-auto">
        <Copy aria-hidden="true" />
      </HintButton>
      <HintButton size="sm" aria-label={`Delete ${name}`} onClick={onRemove}>
        <Trash2 aria-hidden="true" />
      </HintButton>
    </div>
  );
}
