"use client";

import { MoveRight, Plus, X } from "lucide-react";
import { type KeyboardEvent, useId, useRef } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { HintButton } from "#components/ui/buttons/hint-button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { ProblemLine } from "#components/ui/fields/problem-line.tsx";
import { LIMITS } from "#lib/quiz/fields.ts";
import { useProblem } from "../field-problems.tsx";
import { SeenAs } from "./seen-as.tsx";

type Pair = { item: string; group: string };
type PairRowsProps = { pairs: readonly Pair[]; onChange: (pairs: Pair[]) => void };

/** Items with what they belong to. The same group twice makes a category. */
export function PairRows({ pairs, onChange }: PairRowsProps) {
  const list = useRef<HTMLOListElement>(null);
  const known = useId();
  const problem = useProblem("pairs");
  const { min, max } = LIMITS.pairs;
  const groups = [...new Set(pairs.map(({ group }) => group.trim()))].filter(Boolean);

  const write = (place: number, change: Partial<Pair>) =>
    onChange(pairs.map((pair, i) => (i === place ? { ...pair, ...change } : pair)));

  function focus(field: number) {
    requestAnimationFrame(() => list.current?.querySelectorAll("input")[field]?.focus());
  }

  function onKeyDown(event: KeyboardEvent, field: number) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (field + 1 >= pairs.length * 2 && pairs.length < max) onChange([...pairs, { item: "", group: "" }]);
    focus(field + 1);
  }

  return (
    <fieldset className="grid min-w-0 gap-2" data-path="pairs">
      <legend className="mb-1 font-semibold text-sm">Pairs</legend>
      <p className="mb-1 text-ink-muted text-sm">
        Each item with what it belongs to. Use a group more than once to have players sort items into groups.
      </p>
      <datalist id={known}>
        {groups.map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
      <ol ref={list} className="grid gap-2.5">
        {pairs.map((pair, place) => (
          <li
            key={place}
            className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)_auto] items-start gap-2"
          >
            <Cell
              path={`pairs[${place}].item`}
              label={`Item ${place + 1}`}
              placeholder={place >= min ? "Left out if empty" : `Item ${place + 1}`}
              value={pair.item}
              onWrite={(item) => write(place, { item })}
              onKeyDown={(event) => onKeyDown(event, place * 2)}
            />
            <MoveRight aria-hidden="true" className="mt-4 size-5 text-ink-muted rtl:rotate-180" />
            <Cell
              path={`pairs[${place}].group`}
              label={`What item ${place + 1} belongs to`}
              placeholder="Belongs to"
              value={pair.group}
              list={known}
              onWrite={(group) => write(place, { group })}
              onKeyDown={(event) => onKeyDown(event, place * 2 + 1)}
            />
            <HintButton
              aria-label={`Remove pair ${place + 1}`}
              disabled={pairs.length <= min}
              onClick={() => onChange(pairs.toSpliced(place, 1))}
              className="mt-1"
            >
              <X aria-hidden="true" />
            </HintButton>
          </li>
        ))}
      </ol>
      <ProblemLine>{problem}</ProblemLine>
      {pairs.length < max && (
        <Button
          variant="ghost"
          className="justify-self-start"
          onClick={() => {
            onChange([...pairs, { item: "", group: "" }]);
            focus(pairs.length * 2);
          }}
        >
          <Plus aria-hidden="true" className="size-5" />
          Add pair
        </Button>
      )}
    </fieldset>
  );
}

type CellProps = {
  path: string;
  label: string;
  placeholder: string;
  value: string;
  list?: string;
  onWrite: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

function Cell({ path, label, placeholder, value, list, onWrite, onKeyDown }: CellProps) {
  const problem = useProblem(path);
  return (
    <div className="grid gap-1">
      <input
        data-path={path}
        value={value}
        list={list}
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        placeholder={placeholder}
        onChange={(event) => onWrite(event.target.value)}
        onKeyDown={onKeyDown}
        className={classNames(
          "block min-h-13 w-full min-w-0 rounded-lg border-[1.5px] bg-surface-raised px-3.5 outline-none focus:border-focus focus:ring-3 focus:ring-focus/30",
          problem ? "border-danger" : "border-line-strong",
        )}
      />
      <SeenAs text={value} />
      <ProblemLine>{problem}</ProblemLine>
    </div>
  );
}
