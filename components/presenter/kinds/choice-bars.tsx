import { OptionMark } from "#components/ui/options/option-mark.tsx";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Reveal } from "#lib/session/reports/view.ts";
import { useStageWording } from "../use-stage-wording.ts";
import { BarLine } from "./bar-line.tsx";
import { barShare } from "./bar-share.ts";
import { OptionLabel } from "./option-label.tsx";
import { optionSize } from "./option-size.ts";

type ChoiceBarsProps = {
  options: PublicQuestion["options"];
  /** Which are right; null in a poll. */
  right: readonly number[] | null;
  result: Reveal["result"];
};

/** The height of a bar and the gap below it, in stage units. */
const HIGHEST = 12.5;

/** A bar for each option, in the order players saw them. */
export function ChoiceBars({ options, right, result }: ChoiceBarsProps) {
  const { percent } = useStageWording();
  const counts = options.map((_, index) => result?.bars.find((bar) => bar.option === index)?.count ?? 0);
  const room = options.length <= 2 ? 1.25 : options.length <= 4 ? 1.1 : 0.95;
  const units = room * optionSize(options, [3, 2.6, 2.2, 1.9]);
  return (
    <ul
      className="grid h-full auto-rows-fr gap-[calc(var(--u)*1*var(--fit))] self-center-safe reads:max-h-none!"
      style={{
        fontSize: `calc(var(--u) * ${units} * var(--fit))`,
        // Two or three stay together, and do not become giants.
        maxHeight: `calc(var(--u) * ${options.length * HIGHEST})`,
      }}
    >
      {options.map((option, index) => (
        <li key={index} data-option={index % 6} className="grid">
          <BarLine
            label={<OptionLabel option={option} />}
            mark={<OptionMark index={index} size="bar" />}
            count={result && (counts[index] ?? 0)}
            share={barShare(counts[index] ?? 0, result)}
            note={result?.answered ? percent(counts[index] ?? 0, result.answered) : undefined}
            correct={right === null ? null : right.includes(index)}
            place={index}
          />
        </li>
      ))}
    </ul>
  );
}
