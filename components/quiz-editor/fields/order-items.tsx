"use client";

import { ChevronDown, ChevronUp, Plus, X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { LIMITS } from "#lib/quiz/fields.ts";
import { useProblem } from "../field-problems.tsx";
import { pastedLines } from "./pasted-lines.ts";
import { ProblemLine } from "./problem-line.tsx";

type OrderItemsProps = { items: readonly string[]; onChange: (items: string[]) => void };

/** The items in their right order; players get them shuffled. */
export function OrderItems({ items, onChange }: OrderItemsProps) {
  const list = useRef<HTMLOListElement>(null);
  const problem = useProblem("items");
  const { min, max } = LIMITS.items;

  function focus(place: number) {
    requestAnimationFrame(() => list.current?.querySelectorAll("input")[place]?.focus());
  }

  function move(place: number, to: number) {
    const item = items[place] as string;
    onChange(items.toSpliced(place, 1).toSpliced(to, 0, item));
  }

  function onKeyDown(event: KeyboardEvent, place: number) {
    if (event.nativeEvent.isComposing) return;
    const to = { ArrowUp: place - 1, ArrowDown: place + 1 }[event.key];
    if (event.altKey && to !== undefined && to >= 0 && to < items.length) {
      event.preventDefault();
      move(place, to);
      focus(to);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (place + 1 >= items.length && items.length < max) onChange([...items, ""]);
      focus(place + 1);
    }
  }

  function onPaste(event: ClipboardEvent, place: number) {
    const lines = pastedLines(event);
    if (lines.length < 2) return;
    event.preventDefault();
    const kept = lines.slice(0, max - place);
    onChange(items.toSpliced(place, kept.length, ...kept));
  }

  return (
    <fieldset className="grid min-w-0 gap-2" data-path="items">
      <legend className="mb-1 font-semibold text-sm">Items, from first to last</legend>
      <p className="mb-1 text-ink-muted text-sm">Write them in the right order. Players see them shuffled.</p>
      <ol ref={list} className="grid gap-2.5">
        {items.map((item, place) => (
          <ItemRow
            // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place
            key={place}
            place={place}
            item={item}
            last={place === items.length - 1}
            optional={place >= min}
            onWrite={(text) => onChange(items.with(place, text))}
            onMove={(by) => move(place, place + by)}
            onRemove={items.length > min ? () => onChange(items.toSpliced(place, 1)) : undefined}
            onKeyDown={(event) => onKeyDown(event, place)}
            onPaste={(event) => onPaste(event, place)}
          />
        ))}
      </ol>
      <ProblemLine>{problem}</ProblemLine>
      {items.length < max && (
        <Button
          variant="ghost"
          className="justify-self-start"
          onClick={() => {
            onChange([...items, ""]);
            focus(items.length);
          }}
        >
          <Plus aria-hidden="true" className="size-5" />
          Add item
        </Button>
      )}
    </fieldset>
  );
}

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

function ItemRow({
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
        <IconButton
          aria-label={`Move ${name} up`}
          disabled={place === 0}
          onClick={() => onMove(-1)}
          className="w-9 self-center"
        >
          <ChevronUp aria-hidden="true" />
        </IconButton>
        <IconButton
          aria-label={`Move ${name} down`}
          disabled={last}
          onClick={() => onMove(1)}
          className="w-9 self-center"
        >
          <ChevronDown aria-hidden="true" />
        </IconButton>
        {onRemove && (
          <IconButton aria-label={`Remove ${name}`} onClick={onRemove} className="self-center">
            <X aria-hidden="true" />
          </IconButton>
        )}
      </div>
      <ProblemLine>{problem}</ProblemLine>
    </li>
  );
}
