"use client";

import { PointerActivationConstraints, PointerSensor } from "@dnd-kit/dom";
import { KeyboardSensor } from "@dnd-kit/react";
import { useSortable } from "@dnd-kit/react/sortable";
import { ChevronDown, ChevronUp, Copy, GitFork, GripVertical, Trash2, TriangleAlert } from "lucide-react";
import { type KeyboardEvent, memo } from "react";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { HintButton } from "#components/ui/buttons/hint-button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { DraftChange, KeyedQuestion } from "../draft.ts";
import { KindIcon, kindLabel } from "../kinds.tsx";

type QuestionListItemProps = {
  item: KeyedQuestion;
  place: number;
  last: boolean;
  selected: boolean;
  unfinished: boolean;
  contested: boolean;
  /** Whether it is picked; null while nothing is to be picked. */
  picked: boolean | null;
  onPick: (key: string) => void;
  onChange: (change: DraftChange) => void;
  onRemove: (key: string) => void;
};

/**
 * A mouse may take a question anywhere, and moves it after a few pixels; a finger takes it by its grip at once, or
 * anywhere after a moment, since else it scrolls the list.
 */
const BY_POINTER = PointerSensor.configure({
  activatorElements: ({ element, handle }) => [element, handle],
  activationConstraints({ pointerType, target }, { handle }) {
    const atOnce = pointerType === "mouse" || handle?.contains(target as Node);
    return atOnce
      ? [new PointerActivationConstraints.Distance({ value: 5 })]
      : [new PointerActivationConstraints.Delay({ value: 250, tolerance: 5 })];
  },
  preventActivation: ({ target }) => (target as Element).closest("[data-actions]") !== null,
});
const SENSORS = [BY_POINTER, KeyboardSensor];
const SLIDE = { duration: 180, easing: "cubic-bezier(0.22, 1, 0.36, 1)" };

/** One line of the list; the chosen one shows what can be done with it. Alt + arrows move it. While one is typed into, the others are not drawn again. */
export const QuestionListItem = memo(function QuestionListItem(props: QuestionListItemProps) {
  const { item, place, last, selected, unfinished, contested, picked, onPick, onChange } = props;
  const { question } = item;
  const { ref, handleRef, isDragging } = useSortable({
    id: item.key,
    index: place,
    sensors: SENSORS,
    transition: SLIDE,
  });
  const prompt = withoutMarks(question.prompt, question.plainText).trim();

  function onKeyDown(event: KeyboardEvent) {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    event.stopPropagation();
    onChange({ change: "move", key: item.key, to: place + (event.key === "ArrowUp" ? -1 : 1) });
  }

  return (
    <li
      ref={ref}
      className={classNames(
        "relative w-60 shrink-0 rounded-lg transition-colors lg:w-auto",
        selected ? "bg-surface-raised shadow-card ring-1 ring-line" : "hover:bg-ink/5",
        isDragging && "bg-surface-raised shadow-float ring-2 ring-focus",
      )}
    >
      <div className="flex items-stretch">
        {picked !== null && (
          <label className="grid w-11 shrink-0 cursor-pointer place-items-center rounded-lg">
            <input
              type="checkbox"
              aria-label={`Select question ${place + 1}`}
              checked={picked}
              onChange={() => onPick(item.key)}
              className="size-5 accent-ink"
            />
          </label>
        )}
        <button
          ref={handleRef}
          type="button"
          data-grip
          aria-label={`Move question ${place + 1}`}
          aria-roledescription="sortable"
          className="grid w-9 shrink-0 cursor-grab touch-none in-data-picking:hidden content-center justify-items-center gap-0.5 rounded-lg text-ink-muted hover:text-ink active:cursor-grabbing"
        >
          <span className="numerals display text-sm">{place + 1}</span>
          <GripVertical aria-hidden="true" className="size-4" />
        </button>
        <button
          type="button"
          data-question={item.key}
          aria-current={selected || undefined}
          onClick={() => onChange({ change: "select", key: item.key })}
          onKeyDown={onKeyDown}
          className="flex min-w-0 flex-1 items-start gap-2 rounded-lg py-2.5 pe-3 ps-1 text-left"
        >
          <span className="sr-only">{`${place + 1}. `}</span>
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
      </div>
      {selected && picked === null && <ItemActions {...props} last={last} />}
    </li>
  );
});

function ItemActions({ item: { key }, place, last, onChange, onRemove }: QuestionListItemProps) {
  const name = `question ${place + 1}`;
  const onMove = (by: -1 | 1) => onChange({ change: "move", key, to: place + by });
  return (
    <div data-actions className="flex items-center gap-0.5 px-2 pb-1.5">
      <HintButton size="sm" aria-label={`Move ${name} up`} disabled={place === 0} onClick={() => onMove(-1)}>
        <ChevronUp aria-hidden="true" />
      </HintButton>
      <HintButton size="sm" aria-label={`Move ${name} down`} disabled={last} onClick={() => onMove(1)}>
        <ChevronDown aria-hidden="true" />
      </HintButton>
      <HintButton
        size="sm"
        aria-label={`Duplicate ${name}`}
        onClick={() => onChange({ change: "duplicate", key })}
        className="ml-auto"
      >
        <Copy aria-hidden="true" />
      </HintButton>
      <HintButton size="sm" aria-label={`Delete ${name}`} onClick={() => onRemove(key)}>
        <Trash2 aria-hidden="true" />
      </HintButton>
    </div>
  );
}
