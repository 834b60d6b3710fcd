import { useTranslations } from "next-intl";
import { OptionContent } from "#components/media/option-content.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { OptionTile } from "#components/ui/option-tile.tsx";
import type { PublicQuestionView } from "#lib/session/view.ts";
import { optionSize } from "./option-size.ts";

/** Pictures stand in a row, or in two when there are many. */
const PICTURE_COLUMNS: Record<number, string> = {
  2: "grid-cols-2",
  3: "grid-cols-3",
  4: "grid-cols-4",
  5: "grid-cols-5",
  6: "grid-cols-6",
};

/** The options side by side, each as high as the highest. */
export function OptionGrid({ options }: { options: PublicQuestionView["options"] }) {
  const t = useTranslations("screen.question");
  const units = optionSize(options, [4, 3.1, 2.4, 1.9]);
  const height = options.length <= 2 ? 16 : options.length === 3 ? 8.6 : options.length <= 4 ? 11 : 8;
  const pictures = options.some(({ image }) => image);
  const columns = pictures
    ? PICTURE_COLUMNS[options.length]
    : options.length === 3
      ? "grid-cols-1"
      : "grid-cols-2";
  return (
    <ul
      aria-label={t("options")}
      className={classNames(
        "grid auto-rows-fr gap-[calc(var(--u)*1.3*var(--fit))] reads:grid-cols-1",
        columns,
      )}
      style={{
        "--tile": `calc(var(--u) * ${units} * var(--fit))`,
        "--tile-height": `calc(var(--u) * ${height} * var(--fit))`,
      }}
    >
      {options.map((option, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: an option's number is its identity
          key={index}
          className={classNames(
            "grid animate-rise",
            !pictures && options.length === 5 && index === 4 && "col-span-2 reads:col-span-1",
          )}
          style={{ animationDelay: `${index * 70}ms` }}
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
