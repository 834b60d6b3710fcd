import { RadioCards } from "#components/ui/fields/radio-cards.tsx";

type SegmentedChoiceProps<Value extends string> = {
  legend: string;
  name: string;
  /** A line about each choice; that of the chosen one is shown. */
  hints: Readonly<Record<Value, string>>;
  value: Value;
  onChange: (value: Value) => void;
  choices: readonly { value: Value; label: string }[];
};

/** A choice side by side, with a line about what is chosen. */
export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const { hints, ...radios } = props;
  return (
    <div className="grid gap-1.5">
      <RadioCards look="segmented" {...radios} />
      <p className="text-ink-muted text-sm leading-snug">{hints[radios.value]}</p>
    </div>
  );
}
