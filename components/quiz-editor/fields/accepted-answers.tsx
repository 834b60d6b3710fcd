"use client";

import { Switch } from "#components/ui/fields/switch.tsx";
import { LIMITS } from "#lib/quiz/fields.ts";
import { AnswerChips } from "./answer-chips.tsx";

type AcceptedAnswersProps = {
  accepted: readonly string[];
  notAccepted: readonly string[];
  typoTolerance: boolean;
  onChange(change: { accepted?: string[]; notAccepted?: string[]; typoTolerance?: boolean }): void;
};

/** The accepted answers, whether typos are forgiven, and answers that are wrong however close they come. */
export function AcceptedAnswers({ accepted, notAccepted, typoTolerance, onChange }: AcceptedAnswersProps) {
  return (
    <div className="grid gap-4">
      <AnswerChips
        field="accepted"
        label="Accepted answers"
        hint="Capitals, accents, punctuation and spaces never matter. Signs, numbers and units do: −5 is not 5, but 5 km is 5 kilometers."
        placeholder={accepted.length === 0 ? "Mount Everest" : "Another spelling or name"}
        tone="success"
        answers={accepted}
        max={LIMITS.accepted.max}
        onChange={(accepted) => onChange({ accepted })}
      />
      <Switch
        label="Forgive typos"
        hint="One wrong letter in words of 5 letters or more, two in words of 10 or more. Never the first letter, a prefix or a digit, and never another word: Iceland is not Ireland."
        checked={typoTolerance}
        onChange={(event) => onChange({ typoTolerance: event.target.checked })}
      />
      {typoTolerance && (
        <AnswerChips
          field="notAccepted"
          label="Not accepted"
          hint="Answers that are close but still wrong. They are never taken for a typo."
          placeholder="Mount Elbert"
          tone="danger"
          answers={notAccepted}
          max={LIMITS.notAccepted}
          onChange={(notAccepted) => onChange({ notAccepted })}
        />
      )}
    </div>
  );
}
