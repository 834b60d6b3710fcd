import { classNames } from "#components/ui/class-names.ts";
import { OptionTile } from "#components/ui/option-tile.tsx";
import { optionSize } from "./option-size.ts";

/** The options side by side, each as high as the highest. */
export function OptionGrid({ options }: { options: readonly { text: string }[] }) {
  const units = optionSize(options, [3.4, 2.7, 2.2, 1.8]);
  const height = options.length <= 2 ? 11 : options.length <= 4 ? 8 : 6.6;
  const oneColumn = options.length === 3;
  return (
    <ul
      aria-label="Options"
      className={classNames(
        "grid auto-rows-fr gap-[calc(var(--u)*1.3*var(--fit))]",
        oneColumn ? "grid-cols-1" : "grid-cols-2",
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
          className={classNames("grid animate-rise", options.length === 5 && index === 4 && "col-span-2")}
          style={{ animationDelay: `${index * 70}ms` }}
        >
          <OptionTile
            index={index}
            layout="stage"
            className="min-h-(--tile-height)! text-[length:var(--tile)]!"
          >
            <span dir="auto">{option.text}</span>
          </OptionTile>
        </li>
      ))}
    </ul>
  );
}
