"use client";

import { Select } from "#components/ui/fields/select.tsx";
import { TextArea } from "#components/ui/fields/text-area.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import type { FrozenQuestion } from "#lib/quiz/freeze.ts";
import { kindOf } from "#lib/quiz/kinds/registry.ts";
import { optionName } from "#lib/quiz/media/public-media.ts";
import type { AnswerDraft } from "./answer-draft.ts";

type AnswerFieldsProps = {
  question: FrozenQuestion;
  /** One more answer that is right, or all that is right. */
  as: "answer" | "key";
  draft: AnswerDraft;
  onChange(draft: AnswerDraft): void;
};

/** An answer to this question, in the fields of its kind. */
export function AnswerFields({ question, as, draft, onChange }: AnswerFieldsProps) {
  const set = (change: Partial<AnswerDraft>) => onChange({ ...draft, ...change });
  const names = kindOf(question).options(question).map(optionName);
  switch (question.kind) {
    case "single":
    case "truefalse":
      return (
        <Select
          label={as === "key" ? "The right answer" : "Also right"}
          choices={[{ value: -1, label: "Choose" }, ...named(names)]}
          value={draft.picks[0] ?? -1}
          onChange={(pick) => set({ picks: pick < 0 ? [] : [pick] })}
        />
      );
    case "multiple":
      return (
        <fieldset className="grid gap-1">
          <legend className="mb-1.5 font-semibold text-sm">
            {as === "key" ? "The right answers" : "This combination is also right"}
          </legend>
          {names.map((name, index) => (
            <label key={name} className="flex min-h-11 cursor-pointer items-center gap-3">
              <input
                type="checkbox"
                className="size-5 accent-primary"
                checked={draft.picks.includes(index)}
                onChange={() => set({ picks: toggled(draft.picks, index) })}
              />
              <span className="min-w-0 break-words">{name}</span>
            </label>
          ))}
        </fieldset>
      );
    case "text":
      return as === "key" ? (
        <TextArea
          label="Accepted answers"
          hint="One on each line."
          value={draft.text}
          onChange={(event) => set({ text: event.target.value })}
        />
      ) : (
        <TextField
          label="Also right"
          maxLength={100}
          autoComplete="off"
          value={draft.text}
          onChange={(event) => set({ text: event.target.value })}
        />
      );
    case "number":
    case "slider": {
      const closest = question.kind === "number" && question.closest;
      return (
        <div className="grid gap-3 sm:grid-cols-2">
          <Figures
            label={as === "key" ? "The right number" : "Also right"}
            value={draft.number}
            onChange={(number) => set({ number })}
          />
          {as === "key" && !closest && (
            <Figures
              label="May be off by"
              value={draft.tolerance}
              onChange={(tolerance) => set({ tolerance })}
            />
          )}
        </div>
      );
    }
    case "order":
      return (
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 font-semibold text-sm">The right order</legend>
          {draft.picks.map((pick, place) => (
            <Select
              key={place}
              label={`${place + 1}.`}
              choices={named(names)}
              value={pick}
              onChange={(chosen) => set({ picks: swapped(draft.picks, place, chosen) })}
            />
          ))}
        </fieldset>
      );
    case "match":
      return (
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 font-semibold text-sm">What belongs together</legend>
          {names.map((name, item) => (
            <Select
              key={name}
              label={name}
              choices={named(question.groups)}
              value={draft.picks[item] ?? 0}
              onChange={(group) => set({ picks: draft.picks.with(item, group) })}
            />
          ))}
        </fieldset>
      );
    case "pin":
      return (
        <div className="grid gap-3 sm:grid-cols-3">
          <Figures label="From the left, %" value={draft.x} onChange={(x) => set({ x })} />
          <Figures label="From the top, %" value={draft.y} onChange={(y) => set({ y })} />
          {as === "key" && (
            <Figures label="Radius, %" value={draft.radius} onChange={(radius) => set({ radius })} />
          )}
        </div>
      );
    default:
      return null;
  }
}

type FiguresProps = { label: string; value: string; onChange(value: string): void };

function Figures({ label, value, onChange }: FiguresProps) {
  return (
    <TextField
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function named(names: readonly string[]): { value: number; label: string }[] {
  return names.map((label, value) => ({ value, label }));
}

function toggled(picks: readonly number[], index: number): number[] {
  const others = picks.filter((pick) => pick !== index);
  return others.length < picks.length ? others : [...others, index].sort((a, b) => a - b);
}

/** Each item stands once: the one that stood there goes where the chosen one was. */
function swapped(order: readonly number[], place: number, chosen: number): number[] {
  const from = order.indexOf(chosen);
  return order.with(from, order[place] as number).with(place, chosen);
}
