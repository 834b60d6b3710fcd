import { useTranslations } from "next-intl";
import { ON_STAGE } from "#components/media/media-url.ts";
import { OptionContent } from "#components/media/option-content.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { OptionTile } from "#components/ui/options/option-tile.tsx";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import { longestWord } from "../stage/longest-word.ts";
import { optionSize } from "./option-size.ts";

/** Pictures are laid out as large as possible: four two by two, six three by two. */
const PICTURE_COLUMNS: Record<number, string> = {
  2: "grid-cols-2",
  3: "grid-cols-3",
  4: "grid-cols-2",
  5: "grid-cols-3",
  6: "grid-cols-3",
};
/** The least height of a picture, in stage units: in one row, in two, and in two below a picture of the question. */
const PICTURE_HIGH = { one: 17, two: 12, below: 8 };

/** The size of a tile in two columns, in stage units. */
const HALF = 47;
/** The width of what is beside the words, and of a letter, as a share of their size. */
const BESIDE = 6.8;
const LETTER_WIDTH = 0.54;
/** How much of what a window is higher than 16:9 goes to all rows of tiles together. */
const SPARED = 0.6;
/** From here on a word may need smaller letters to fit on one line. */
const LONG_WORD = 20;

/** The options side by side, each as high as the highest. */
export function OptionGrid({ options, media }: Pick<PublicQuestion, "options" | "media">) {
  const t = useTranslations("screen.question");
  const height = options.length <= 2 ? 16 : options.length === 3 ? 8.6 : options.length <= 4 ? 11 : 8;
  const rows = options.length === 3 ? 3 : Math.ceil(options.length / 2);
  const pictures = options.some(({ image }) => image);
  const units = optionSize(options, pictures ? [2.4, 2.1, 1.8, 1.6] : [4, 3.1, 2.4, 1.9]);
  const columns = pictures
    ? PICTURE_COLUMNS[options.length]
    : options.length === 3
      ? "grid-cols-1"
      : "grid-cols-2";
  const pictureHigh = options.length <= 3 ? PICTURE_HIGH.one : media ? PICTURE_HIGH.below : PICTURE_HIGH.two;
  const tile = columns === "grid-cols-1" ? HALF * 2 : HALF;
  return (
    <ul
      aria-label={t("options")}
      className={classNames(
        "grid auto-rows-fr gap-[calc(var(--u)*1.3*var(--fit))] reads:grid-cols-1",
        columns,
      )}
      style={{
        "--picture-high": pictureHigh,
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
            layout={option.image ? "stage-picture" : "stage"}
            className={classNames("text-[length:var(--tile)]!", !pictures && "min-h-(--tile-height)!")}
          >
            <OptionContent
              option={option}
              widths={ON_STAGE}
              pictureClassName="h-full w-full min-h-[calc(var(--u)*var(--picture-high)*var(--fit))] aspect-auto rounded-[0.35em] [contain:size]"
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
