"use client";

import { Check, X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { HintButton } from "#components/ui/buttons/hint-button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { ProblemLine } from "#components/ui/fields/problem-line.tsx";
import { OptionShape } from "#components/ui/options/option-mark.tsx";
import { OPTION_LETTERS, optionLook } from "#components/ui/options/option-shapes.ts";
import type { ImageInput } from "#lib/quiz/media/media-fields.ts";
import { useProblem } from "../field-problems.tsx";
import { OptionPicture, OptionPictureButton } from "./option-picture.tsx";
import { SeenAs } from "./seen-as.tsx";

export interface ChoiceOption {
  text: string;
  image?: ImageInput | undefined;
  correct?: boolean | undefined;
}

/** One right option, several, or none at all (a poll). */
export type Marks = "one" | "several" | "none";

type OptionRowProps = {
  place: number;
  option: ChoiceOption;
  marks: Marks;
  group: string;
  optional: boolean;
  onWrite: (text: string) => void;
  onPicture: (image: ImageInput | undefined) => void;
  onMark: (correct: boolean) => void;
  onRemove: (() => void) | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
};

/** An option in its color, with its text and whether it is right. */
export function OptionRow({ place, option, marks, group, optional, onRemove, ...on }: OptionRowProps) {
  const path = `options[${place}].text`;
  const problem = useProblem(path);
  const [refusal, setRefusal] = useState<string | null>(null);
  const letter = OPTION_LETTERS[optionLook(place)];
  return (
    <li className="grid gap-1">
      <div
        className={classNames(
          "flex items-stretch rounded-lg border-[1.5px] bg-surface-raised transition-colors focus-within:border-focus focus-within:ring-3 focus-within:ring-focus/30",
          problem ? "border-danger" : "border-line-strong",
        )}
      >
        <span
          data-option={optionLook(place)}
          aria-hidden="true"
          className="display flex w-14 shrink-0 items-center justify-center gap-1.5 rounded-l-[0.9rem] bg-option text-on-option leading-none"
        >
          <OptionShape index={place} className="size-5" />
          <span>{letter}</span>
        </span>
        <textarea
          rows={1}
          data-path={path}
          value={option.text}
          onChange={(event) => on.onWrite(event.target.value.replace(/\n/g, " "))}
          onKeyDown={on.onKeyDown}
          onPaste={on.onPaste}
          aria-label={`Option ${letter}`}
          aria-invalid={problem ? true : undefined}
          placeholder={option.image ? "Text, optional" : optional ? "Left out if empty" : `Option ${letter}`}
          className="field-sizing-content block min-h-13 w-full min-w-0 resize-none bg-transparent px-3.5 py-3.5 outline-none"
        />
        <OptionPictureButton
          letter={letter}
          image={option.image}
          onChange={on.onPicture}
          onProblem={setRefusal}
        />
        {marks !== "none" && (
          <CorrectMark
            letter={letter}
            type={marks === "one" ? "radio" : "checkbox"}
            name={group}
            checked={option.correct === true}
            onChange={on.onMark}
          />
        )}
        {onRemove && (
          <HintButton aria-label={`Remove option ${letter}`} onClick={onRemove} className="self-center">
            <X aria-hidden="true" />
          </HintButton>
        )}
      </div>
      <SeenAs text={option.text} />
      <OptionPicture
        letter={letter}
        path={`options[${place}].image`}
        image={option.image}
        onChange={on.onPicture}
      />
      <ProblemLine>{refusal ?? problem}</ProblemLine>
    </li>
  );
}

type CorrectMarkProps = {
  letter: string;
  type: "radio" | "checkbox";
  name: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
};

function CorrectMark({ letter, type, name, checked, onChange }: CorrectMarkProps) {
  return (
    <label
      className={classNames(
        "relative flex shrink-0 cursor-pointer items-center gap-2 rounded-md px-2 font-semibold text-sm has-focus-visible:outline-3 has-focus-visible:outline-focus sm:px-3",
        checked ? "text-success-ink" : "text-ink-muted hover:text-ink",
      )}
    >
      <input
        type={type}
        name={name}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        aria-label={`Option ${letter} is correct`}
        className="absolute inset-0 cursor-pointer appearance-none opacity-0"
      />
      <span
        aria-hidden="true"
        className={classNames(
          "grid size-7 place-items-center border-2 transition-colors",
          type === "radio" ? "rounded-full" : "rounded-sm",
          checked ? "border-success bg-success text-on-success" : "border-line-strong",
        )}
      >
        {checked && <Check className="size-4.5 animate-pop" strokeWidth={3.25} />}
      </span>
      <span aria-hidden="true" className={classNames("max-sm:hidden", !checked && "invisible")}>
        Correct
      </span>
    </label>
  );
}
