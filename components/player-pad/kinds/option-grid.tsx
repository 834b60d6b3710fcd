"use client";

import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { OptionShape } from "#components/ui/options/option-mark.tsx";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import { useGameAround } from "./game-around.ts";
import { isCompact, isEven, type Options } from "./option-layout.ts";

/** The box of an option's picture: the same height for all, so that none is favored, and as high as all fit in. */
export function optionPicture({ media, options }: Pick<PublicQuestion, "media" | "options">): string {
  if (media) return "h-[clamp(5rem,14dvh,9rem)] w-full";
  if (options.length <= 2) return "h-[clamp(7rem,32dvh,22rem)] w-full side:h-[30dvh]";
  const worded = options.some(({ text }) => text);
  if (options.length <= 4)
    return `${worded ? "h-[clamp(5.5rem,19dvh,16rem)]" : "h-[clamp(6rem,23dvh,18rem)]"} w-full side:h-[26dvh]`;
  return `${worded ? "h-[clamp(4.5rem,11.5dvh,12rem)]" : "h-[clamp(5rem,16.5dvh,14rem)]"} w-full side:h-[22dvh]`;
}

type OptionGridProps = {
  options: Options;
  /** In which they are shown. */
  order: readonly number[];
  /** Before the options may be seen, each place is kept by its shape alone, at its final size. */
  hidden?: boolean;
  label: string;
  tile(index: number, compact: boolean): ReactNode;
};

/** Options in the thumb's reach: one column on a phone, two where there is room. */
export function OptionGrid({ options, order, hidden = false, label, tile }: OptionGridProps) {
  const { wordsShown: words } = useGameAround();
  const compact = !words || isCompact(options);
  const even = isEven(options);
  const pictures = words && options.some(({ image }) => image);
  return (
    <fieldset
      aria-label={label}
      className={classNames(
        "m-0 grid min-w-0 gap-x-3.5 gap-y-4 border-0 p-0 pb-2",
        compact
          ? classNames(
              "grid-cols-2 @max-[16rem]:grid-cols-1",
              pictures && (options.length === 3 || options.length > 4) && "sm:grid-cols-3 side:grid-cols-3",
            )
          : "grid-cols-1 sm:grid-cols-2 side:grid-cols-1",
        even && "auto-rows-fr",
      )}
    >
      {order.map((index) => (
        <div
          key={index}
          className={classNames(
            "@container relative grid min-w-0 grid-cols-[minmax(0,1fr)]",
            pictures
              ? ""
              : compact
                ? "min-h-[clamp(6.5rem,17dvh,10rem)] side:min-h-20"
                : options.length <= 4
                  ? "min-h-19 sm:min-h-28 side:min-h-16"
                  : "min-h-16 sm:min-h-24 side:min-h-16",
          )}
        >
          <div
            className={classNames(
              "grid min-w-0 grid-cols-[minmax(0,1fr)]",
              hidden ? "invisible" : "animate-fade",
            )}
          >
            {tile(index, compact)}
          </div>
          {hidden && <KeptPlace index={index} />}
        </div>
      ))}
    </fieldset>
  );
}

function KeptPlace({ index }: { index: number }) {
  return (
    <div
      aria-hidden="true"
      className="absolute inset-0 grid place-items-center rounded-xl border-2 border-line border-dashed text-line-strong/60"
    >
      <OptionShape index={index} className="size-8" />
    </div>
  );
}
