"use client";

import { RadioCards } from "#components/ui/fields/radio-cards.tsx";
import type { DraftOf } from "#lib/quiz/drafts/quiz-draft.ts";
import { LIMITS } from "#lib/quiz/fields.ts";

type WordcloudQuestion = DraftOf<"wordcloud">;
type WordcloudFieldsProps = {
  question: WordcloudQuestion;
  onChange: (question: WordcloudQuestion) => void;
};

const COUNTS = Array.from({ length: LIMITS.entries.max }, (_, i) => String(i + 1)).map((value) => ({
  value,
  label: value,
}));

const MODERATION = [
  {
    value: "host",
    label: "You approve each word",
    hint: "No word appears on the big screen until you approve it.",
  },
  {
    value: "filter",
    label: "A filter decides",
    hint: "Known rude words wait for you; everything else is shown at once.",
  },
] as const;

/** How much each player may say, and who decides what is shown. */
export function WordcloudFields({ question, onChange }: WordcloudFieldsProps) {
  return (
    <div className="grid gap-5">
      <RadioCards
        legend="Words per player, at most"
        name="maxEntries"
        look="segmented"
        choices={COUNTS}
        value={String(question.maxEntries)}
        onChange={(maxEntries) => onChange({ ...question, maxEntries: Number(maxEntries) })}
      />
      <RadioCards
        legend="Before it is shown"
        name="moderation"
        choices={MODERATION}
        value={question.moderation}
        onChange={(moderation) => onChange({ ...question, moderation })}
      />
    </div>
  );
}
