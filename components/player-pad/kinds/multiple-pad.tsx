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
import { SendButton } from "./send-button.tsx";
import { useDraft } from "./use-draft.ts";
import { useOptionKeys } from "./use-option-keys.ts";

/** Choose several, then send. Where the host says how many are right, no more can be chosen. */
export function MultiplePad({ question, countdown, answer, submit }: AnswerPadProps) {
  const { t, instruction } = useWording();
  const [draft, setDraft] = useDraft<readonly number[]>(question.index, []);
  const open = mayAnswer({ countdown, answer });
  const given = givenResponse(answer);
  const chosen = given && "choices" in given ? given.choices : draft;
  const hidden = isHidden(countdown);
  const { pick } = question;

  const { live, wordsShown: words, optionOrder } = useGameAround();
  const order = optionOrder(question);
  const toggle = (option: number) => {
    if (!open) return;
    if (!draft.includes(option) && pick !== undefined && draft.length >= pick) {
      buzz("refused");
      return;
    }
    buzz("press");
    setDraft(draft.includes(option) ? draft.filter((one) => one !== option) : [...draft, option]);
  };
  useOptionKeys(order.length, open, (place) => toggle(order[place] ?? place));

  const stateOf = (option: number): OptionState => {
    const mine = chosen.includes(option);
    if (answer.state === "saved") return mine ? "locked" : "dimmed";
    if (mine) return "selected";
    return open || hidden ? "idle" : "dimmed";
  };

  const response = { choices: [...draft].sort((a, b) => a - b) };
  const chosenWords = pick
    ? t("send.of", { chosen: draft.length, pick })
    : t("send.chosen", { chosen: draft.length });
  return (
    <div className="grid">
      <OptionGrid
        options={question.options}
        order={order}
        hidden={hidden}
        label={instruction(question)}
        tile={(index, compact) => (
          <OptionTile
            index={index}
            letter={optionLetter(order.indexOf(index))}
            layout={words && question.options[index]?.image ? "picture" : compact ? "stack" : "row"}
            dense={isLong(question.options)}
            state={stateOf(index)}
            hotkey={open && live ? String(order.indexOf(index) + 1) : undefined}
            onSelect={() => toggle(index)}
            trailing={answer.state !== "saved" && <Tick chosen={chosen.includes(index)} />}
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
      <SendButton
        questionIndex={question.index}
        answer={answer}
        open={open}
        ready={draft.length > 0}
        standing={draft.length > 0 ? response : null}
        onSend={() => submit(response)}
      >
        {draft.length > 0 ? chosenWords : t("send.send")}
      </SendButton>
    </div>
  );
}

/** Says at a glance that several may be chosen. */
function Tick({ chosen }: { chosen: boolean }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-6 place-items-center rounded-[0.4rem] border-2 border-current"
    >
      {chosen && (
        <svg
          viewBox="0 0 16 16"
          aria-hidden="true"
          className="size-4"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.6"
        >
          <path d="M3 8.500 6.500 12 13 4.500" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      )}
    </span>
  );
}
