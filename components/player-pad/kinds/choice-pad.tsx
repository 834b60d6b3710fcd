"use client";

import { ON_PHONES } from "#components/media/media-url.ts";
import { OptionContent } from "#components/media/option-content.tsx";
import { optionLetter } from "#components/ui/options/option-shapes.ts";
import type { OptionState } from "#components/ui/options/option-states.ts";
import { OptionTile } from "#components/ui/options/option-tile.tsx";
import { buzz } from "../haptics.ts";
import { useWording } from "../use-wording.ts";
import { useGameAround } from "./game-around.ts";
import { OptionGrid, optionPicture } from "./option-grid.tsx";
import { isLong, wordsSize } from "./option-layout.ts";
import { type AnswerPadProps, givenResponse, isHidden, mayAnswer } from "./pad-parts.ts";
import { useOptionKeys } from "./use-option-keys.ts";

/** One tap answers: single choice, true or false, poll. */
export function ChoicePad({ question, countdown, answer, submit }: AnswerPadProps) {
  const { instruction } = useWording();
  const open = mayAnswer({ countdown, answer });
  const given = givenResponse(answer);
  const chosen = given && "choice" in given ? given.choice : null;

  const { live, wordsShown: words, optionOrder } = useGameAround();
  const order = optionOrder(question);
  const choose = (choice: number) => {
    if (!open) return;
    buzz("press");
    submit({ choice });
  };
  useOptionKeys(order.length, open, (place) => choose(order[place] ?? place));

  const stateOf = (option: number): OptionState => {
    if (chosen === option) return answer.state === "saved" ? "locked" : "selected";
    return open || isHidden(countdown) ? "idle" : "dimmed";
  };

  return (
    <OptionGrid
      options={question.options}
      order={order}
      hidden={isHidden(countdown)}
      label={instruction(question)}
      tile={(index, compact) => (
        <OptionTile
          index={index}
          letter={optionLetter(order.indexOf(index))}
          layout={words && question.options[index]?.image ? "picture" : compact ? "stack" : "row"}
          dense={isLong(question.options)}
          state={stateOf(index)}
          hotkey={open && live ? String(order.indexOf(index) + 1) : undefined}
          onSelect={() => choose(index)}
        >
          {words ? (
            <span className={wordsSize(question.options, compact)}>
              <OptionContent
                option={question.options[index]}
                widths={ON_PHONES}
                pictureClassName={optionPicture(question)}
              />
            </span>
          ) : undefined}
        </OptionTile>
      )}
    />
  );
}
