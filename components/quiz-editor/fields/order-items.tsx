"use client";

import { Plus } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { ProblemLine } from "#components/ui/fields/problem-line.tsx";
import { LIMITS } from "#lib/quiz/fields.ts";
import { useProblem } from "../field-problems.tsx";
import { OrderItemRow } from "./order-item-row.tsx";
import { pastedLines } from "./pasted-lines.ts";

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
          <OrderItemRow
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
