"use client";

import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { Kbd } from "../keys/kbd.tsx";
import { ownText } from "../page/own-text.tsx";
import { useOptionLetter } from "./letters-shown.ts";
import { OptionShape } from "./option-mark.tsx";
import { OPTION_LETTERS, optionLook } from "./option-shapes.ts";
import { OPTION_STATES, type OptionState } from "./option-states.ts";

type OptionTileProps = {
  index: number;
  /** Where it is not the one of the index: options are shuffled. */
  letter?: string;
  /** The option's words. Without them the tile is only a big shape, for players who look up at the screen. */
  children?: ReactNode;
  state?: OptionState;
  /** Makes the tile a button. Without it, it is a plain panel: a presenter's tile, a preview. */
  onSelect?: () => void;
  /** "row" for a list, "stack" for a 2 × 2 grid, "picture" for one that fills the tile; "stage…" for the projector. */
  layout?: "row" | "stack" | "picture" | "stage" | "stage-picture";
  /** The key that picks this option, shown only where there is a real keyboard. */
  hotkey?: string;
  /** Something at the end: a count, a percentage. */
  trailing?: ReactNode;
  /** For long words in a row: what stands beside them stands one above the other. */
  dense?: boolean;
  className?: string;
};

const layouts = {
  row: "min-h-16 grid-cols-[auto_1fr_auto] items-center gap-3.5 rounded-xl px-4 py-3 text-start text-lg @max-[16rem]:grid-cols-[auto_1fr]",
  stack:
    "min-h-28 grid-cols-[1fr_auto] grid-rows-[auto_1fr] gap-x-2 gap-y-2.5 rounded-xl p-4 text-start text-lg side:min-h-20 side:gap-y-1 side:py-3",
  picture: "grid-cols-[minmax(0,1fr)] rounded-xl p-1.5 text-lg",
  stage:
    "min-h-[2.6em] grid-cols-[auto_1fr_auto] items-center gap-[0.55em] rounded-[0.5em] px-[0.65em] py-[0.4em] text-start text-stage-md",
  "stage-picture": "grid-cols-[minmax(0,1fr)] rounded-[0.5em] p-[0.25em] text-stage-md",
};

/** On a picture, mark and verdict lie in its corners, on the tile's own ground. */
const CORNER = "absolute top-0 z-10 bg-inherit px-[0.5em] py-[0.4em]";

/** An answer, as big as the thumb or the hall needs it. */
export function OptionTile({
  index,
  letter: ownLetter,
  children,
  state = "idle",
  onSelect,
  layout = "row",
  hotkey,
  trailing,
  dense = false,
  className,
}: OptionTileProps) {
  const t = useTranslations("ui.optionState");
  const look = optionLook(index);
  const letterOfIndex = useOptionLetter(OPTION_LETTERS[look]);
  const letter = ownLetter ?? letterOfIndex;
  const onStage = layout.startsWith("stage");
  const onPicture = layout.endsWith("picture");
  const Tag = onSelect ? "button" : "div";
  const open = state === "idle" || state === "selected";
  const button = onSelect && {
    type: "button" as const,
    "aria-pressed": state === "selected" || state === "locked",
    "aria-disabled": !open || undefined,
    onClick: open ? onSelect : undefined,
  };
  return (
    <Tag
      data-option={look}
      data-state={state}
      data-pressed={state === "selected" || undefined}
      className={classNames(
        "relative grid w-full focus-visible:outline-focus min-w-0 select-none font-semibold leading-snug [--edge:var(--option-edge)] [--press:4px]",
        children === undefined ? "min-h-28 place-items-center rounded-xl p-4" : layouts[layout],
        OPTION_STATES[state],
        className,
      )}
      {...button}
    >
      {children === undefined ? (
        <BigShape index={index} letter={letter} />
      ) : (
        <>
          <span
            aria-hidden="true"
            className={classNames(
              "display flex items-center gap-[0.35em] leading-none",
              dense && layout === "row" && "flex-col sm:flex-row",
              onPicture && `${CORNER} start-0 rounded-[inherit] rounded-se-none! rounded-es-none!`,
            )}
          >
            <OptionShape index={index} className={onStage ? "size-[1.25em]" : "size-7"} />
            {letter && (
              <span translate="no" className={onStage ? "text-[0.8em]" : "text-base"}>
                {letter}
              </span>
            )}
          </span>
          <span
            className={classNames(
              "min-w-0 text-pretty break-words",
              layout === "stack" && "order-3 col-span-2 self-end",
              onPicture && state === "dimmed" && "opacity-60",
            )}
          >
            {letter && <span className="sr-only">{`${letter}: `}</span>}
            {ownText(children)}
          </span>
        </>
      )}
      <span
        // Made anew when something comes to stand there, which is no movement.
        key={trailing ? "told" : "plain"}
        className={classNames(
          "numerals flex items-center gap-2",
          dense && layout === "row" && "flex-col-reverse gap-1! sm:flex-row",
          children === undefined && "absolute end-3 top-3",
          onPicture && "absolute end-[0.5em] top-[0.5em] z-10",
          // Beside large letters on a narrow phone there is no room for it; below them there is.
          layout === "row" && "@max-[16rem]:col-span-2 @max-[16rem]:justify-self-end",
        )}
      >
        {trailing}
        {hotkey && state === "idle" && <Kbd className="pointer-coarse:hidden">{hotkey}</Kbd>}
        <Verdict state={state} />
      </span>
      {state !== "idle" && state !== "dimmed" && <span className="sr-only">{`, ${t(state)}`}</span>}
    </Tag>
  );
}

function BigShape({ index, letter }: { index: number; letter: string | null }) {
  const t = useTranslations("ui.option");
  const look = optionLook(index);
  return (
    <span className="grid place-items-center gap-2">
      <OptionShape index={index} className="size-16" />
      {letter && (
        <span aria-hidden="true" className="display text-2xl leading-none">
          {letter}
        </span>
      )}
      <span className="sr-only">{letter ? `${letter}, ${t(`${look}`)}` : t(`${look}`)}</span>
    </span>
  );
}

function Verdict({ state }: { state: OptionState }) {
  if (state === "idle" || state === "dimmed" || state === "selected") return null;
  const Icon = state === "wrong" ? X : Check;
  const tone =
    state === "correct"
      ? "bg-success text-on-success"
      : state === "wrong"
        ? "bg-danger text-on-danger"
        : "bg-ink text-background";
  return (
    <span
      aria-hidden="true"
      className={classNames("grid size-[1.5em] shrink-0 animate-pop place-items-center rounded-full", tone)}
    >
      <Icon className="size-[1em]" strokeWidth={3.25} />
    </span>
  );
}
