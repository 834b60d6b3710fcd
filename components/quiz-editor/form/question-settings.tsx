"use client";

import { RadioCards } from "#components/ui/fields/radio-cards.tsx";
import { Select } from "#components/ui/fields/select.tsx";
import { Switch } from "#components/ui/fields/switch.tsx";
import type { QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { KINDS, type KindName, kindNames } from "#lib/quiz/kinds/registry.ts";
import { KindIcon, kindHint, kindLabel } from "../kinds.tsx";
import { TimeLimitField } from "./time-limit-field.tsx";

type QuestionSettingsProps = {
  question: QuestionDraft;
  onChange: (question: QuestionDraft) => void;
  onConvert: (kind: KindName) => void;
};

const POINTS = [
  { value: "0", label: "None" },
  { value: "1", label: "Normal" },
  { value: "2", label: "Double" },
] as const;

const KIND_CHOICES = kindNames.map((kind) => ({
  value: kind,
  label: kindLabel(kind),
  icon: <KindIcon kind={kind} className="text-ink-muted" />,
}));

export function QuestionSettings({ question, onChange, onConvert }: QuestionSettingsProps) {
  return (
    <div className="grid gap-5">
      <Select
        label="Kind"
        hint={kindHint(question.kind)}
        value={question.kind}
        onChange={onConvert}
        choices={KIND_CHOICES}
      />
      <TimeLimitField
        timeLimitMs={question.timeLimitMs}
        onChange={(timeLimitMs) => onChange({ ...question, timeLimitMs })}
      />
      {KINDS[question.kind].scored && (
        <RadioCards
          legend="Points"
          name="points"
          look="segmented"
          choices={POINTS}
          value={String(question.points) as "0" | "1" | "2"}
          onChange={(points) => onChange({ ...question, points: Number(points) } as QuestionDraft)}
        />
      )}
      {question.kind === "multiple" && (
        <Switch
          label="Say how many are right"
          hint="Players see “Choose 2”."
          checked={question.showPick}
          onChange={(event) => onChange({ ...question, showPick: event.target.checked })}
        />
      )}
      <Switch
        label="Plain text"
        hint="Shows stars, dollars and backticks as you typed them."
        checked={question.plainText === true}
        onChange={(event) => onChange({ ...question, plainText: event.target.checked || undefined })}
      />
    </div>
  );
}
