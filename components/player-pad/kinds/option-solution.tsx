import { ON_PHONES } from "#components/media/media-url.ts";
import { OptionContent } from "#components/media/option-content.tsx";
import { optionLetter } from "#components/ui/options/option-shapes.ts";
import type { OptionState } from "#components/ui/options/option-states.ts";
import { OptionTile } from "#components/ui/options/option-tile.tsx";
import { useWording } from "../use-wording.ts";
import { useGameAround } from "./game-around.ts";
import { isLong } from "./option-layout.ts";
import type { SolutionProps } from "./solution-props.ts";

/** Each option with what it was: right, chosen wrongly, or neither; and how the room chose. */
export function OptionSolution({ question, reveal, response }: SolutionProps) {
  const { t, percent } = useWording();
  const right = reveal.key && "choices" in reveal.key ? reveal.key.choices : [];
  const mine =
    response && "choice" in response
      ? [response.choice]
      : response && "choices" in response
        ? response.choices
        : [];
  const { optionOrder } = useGameAround();
  const answered = reveal.result?.answered ?? 0;

  const stateOf = (option: number): OptionState => {
    if (!question.scored) return mine.includes(option) ? "locked" : "dimmed";
    if (right.includes(option)) return "correct";
    return mine.includes(option) ? "wrong" : "dimmed";
  };

  return (
    <ul className="grid gap-4">
      {optionOrder(question).map((index, place) => {
        const option = question.options[index];
        const count = reveal.result?.bars.find((bar) => bar.option === index)?.count;
        return (
          <li key={index} className="@container grid min-w-0 grid-cols-[minmax(0,1fr)]">
            <OptionTile
              index={index}
              letter={optionLetter(place)}
              state={stateOf(index)}
              dense={isLong(question.options)}
              trailing={
                count !== undefined &&
                answered > 0 && <span className="text-base">{percent(count / answered)}</span>
              }
            >
              <OptionContent option={option} widths={ON_PHONES} pictureClassName="h-20 w-auto max-w-full" />
              {mine.includes(index) && question.scored && (
                <span className="mt-0.5 block font-medium text-sm">{t("yourAnswer")}</span>
              )}
            </OptionTile>
          </li>
        );
      })}
    </ul>
  );
}
