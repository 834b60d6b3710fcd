import { useTranslations } from "next-intl";
import { OptionContent } from "#components/media/option-content.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { OptionTile } from "#components/ui/option-tile.tsx";
import type { PublicQuestionView } from "#lib/session/reports/view.ts";
import { longestWord } from "../longest-word.ts";
import { optionSize } from "./option-size.ts";

/** Pictures stand in a row, or in two when there are many. */
const PICTURE_COLUMNS: Record<number, string> = {
  2: "grid-cols-2",
  3: "grid-cols-3",
  4: "grid-cols-4",
  5: "grid-cols-5",
  6: "grid-cols-6",
};

/** What a tile of two columns measures, in stage units. */
const HALF = 47;
/** What stands beside its words, and a letter, against their size. */
const BESIDE = 6.8;
const LETTER_WIDTH = 0.54;
/** How much of what a window is higher than 16:9 goes to all rows of tiles together. */
const SPARED = 0.6;
/** From here on a word may need smaller letters to stand in one line. */
const LONG_WORD = 20;

/** The options side by side, each as high as the highest. */
export function OptionGrid({ options }: { options: PublicQuestionView["options"] }) {
  const t = useTranslations("screen.question");
  const units = optionSize(options, [4, 3.1, 2.4, 1.9]);
  const height = options.length <= 2 ? 16 : options.length === 3 ? 8.6 : options.length <= 4 ? 11 : 8;
  const rows = options.length === 3 ? 3 : Math.ceil(options.length / 2);
  const pictures = options.some(({ image }) => image);
  const columns = pictures
    ? PICTURE_COLUMNS[options.length]
    : options.length === 3
      ? "grid-cols-1"
      : "grid-cols-2";
  const tile = columns === "grid-cols-1" ? HALF * 2 : HALF;
  return (
    <ul
      aria-label={t("options")}
      className={classNames(
        "grid auto-rows-fr gap-[calc(var(--u)*1.3*var(--fit))] reads:grid-cols-1",
        columns,
      )}
      style={{
        "--tile-height": `calc((var(--u) * ${height} + var(--spare) * ${SPARED / rows}) * var(--fit))`,
      }}
    >
      {options.map((option, index) => (
        <li
          key={index}
          className={classNames(
            "grid animate-rise",
            !pictures && options.length === 5 && index === 4 && "col-span-2 reads:col-span-1",
          )}
          style={{
            "--tile": `min(calc(var(--u) * ${units} * var(--fit)), calc(var(--u) * ${pictures ? units : largestFor(option.text, tile)}))`,
            animationDelay: `${index * 70}ms`,
          }}
        >
          <OptionTile
            index={index}
            layout={pictures ? "stage-stack" : "stage"}
            className="min-h-(--tile-height)! text-[length:var(--tile)]!"
          >
            <OptionContent
              option={option}
              pictureClassName="h-[calc(var(--u)*17*var(--fit))] w-full rounded-[0.4em]"
            />
          </OptionTile>
        </li>
      ))}
    </ul>
  );
}

/** A word that cannot be broken is set smaller where it would not fit. */
function largestFor(text: string, tile: number): number {
  const word = longestWord(text);
  return word < LONG_WORD ? tile : Math.max(1.2, tile / (BESIDE + LETTER_WIDTH * word));
}
