import { OptionMark } from "#components/ui/option-mark.tsx";
import type { PublicQuestionView, Reveal } from "#lib/session/view.ts";
import { BarLine } from "./bar-line.tsx";
import { OptionLabel } from "./option-label.tsx";
import { optionSize } from "./option-size.ts";
import { useStageWording } from "./use-stage-wording.ts";

type ChoiceBarsProps = {
  options: PublicQuestionView["options"];
  /** Which are right; null in a poll. */
  right: readonly number[] | null;
  result: Reveal["result"];
};

/** A bar for each option, in the order players saw them. */
export function ChoiceBars({ options, right, result }: ChoiceBarsProps) {
  const { percent } = useStageWording();
  const counts = options.map((_, index) => result?.bars.find((bar) => bar.option === index)?.count ?? 0);
  const most = Math.max(1, ...counts);
  const room = options.length <= 2 ? 1.35 : options.length <= 4 ? 1.15 : 0.9;
  const units = room * optionSize(options, [2.4, 2.3, 2, 1.8]);
  return (
    <ul
      className="grid content-center gap-[0.45em]"
      style={{ fontSize: `calc(var(--u) * ${units} * var(--fit))` }}
    >
      {options.map((option, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option's number is its identity
        <li key={index} data-option={index % 6}>
          <BarLine
            label={<OptionLabel option={option} />}
            mark={<OptionMark index={index} size="stage" className="h-[1.7em]! min-w-[3.1em] text-[1em]!" />}
            count={result && (counts[index] ?? 0)}
            share={result ? (counts[index] ?? 0) / most : 0}
            note={result?.answered ? percent(counts[index] ?? 0, result.answered) : undefined}
            correct={right === null ? null : right.includes(index)}
            place={index}
          />
        </li>
      ))}
    </ul>
  );
}
