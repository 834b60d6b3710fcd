import { Written } from "#components/rich-text/written.tsx";
import type { Reveal } from "#lib/session/reports/view.ts";
import { useStageWording } from "../use-stage-wording.ts";
import { BarLines } from "./bar-line.tsx";

type OrderRevealProps = {
  items: readonly { text: string }[];
  /** Positions as shown, in the right order. */
  order: readonly number[];
  result: Reveal["result"];
};

/** The right order from the top, and beside it how close the room came. */
export function OrderReveal({ items, order, result }: OrderRevealProps) {
  const { t, figure } = useStageWording();
  const units = order.length > 6 ? 1.8 : 2.5;
  return (
    <div
      className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] content-center items-stretch reads:auto-rows-auto reads:grid-cols-1 gap-[calc(var(--u)*3)]"
      style={{ fontSize: `calc(var(--u) * ${units} * var(--fit))` }}
    >
      <ol aria-label={t("reveal.rightOrder")} className="grid auto-rows-fr gap-[0.35em]">
        {order.map((position, place) => (
          <li
            key={position}
            className="flex min-h-[calc(2.3em+var(--spare)*0.1)] animate-rise items-center gap-[0.8em] rounded-[0.5em] bg-success-soft px-[0.7em] py-[0.5em] font-semibold leading-tight"
            style={{ animationDelay: `${place * 130}ms` }}
          >
            <span className="display numerals min-w-[1.1em] text-center text-[1.25em] text-success-ink">
              {figure(place + 1)}
            </span>
            <Written text={items[position]?.text} className="min-w-0 break-words" />
          </li>
        ))}
      </ol>
      <BarLines result={result} className="grid auto-rows-fr gap-[0.41em] text-[0.85em]" />
    </div>
  );
}
