import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ON_STAGE } from "#components/media/media-url.ts";
import { measuresOf, PinPicture, placedAt } from "#components/pin/pin-picture.tsx";
import { TargetCircles } from "#components/pin/target-circles.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Reveal } from "#lib/session/reports/view.ts";

type PinRevealProps = {
  question: PublicQuestion;
  /** Null in a survey: no place is right. */
  targets: readonly { x: number; y: number; radius: number }[] | null;
  result: Reveal["result"];
  recap: ReactNode;
};

/** The area of a dot grows with the number of pins it shows; these are shares of the picture's width. */
const LEAST = 0.011;
const MOST = 0.05;

/** Cubed: the picture gives way before the words do. */
const HEIGHT = "calc((var(--u) * 42 + var(--spare) * 0.1) * var(--fit) * var(--fit) * var(--fit))";
/** A picture wider than this has the words above and below it. */
const PANORAMA = 2;

/** Beside the question the picture with all pins on it and the places that were right: round dots hit, square ones did not. */
export function PinReveal({ question, targets, result, recap }: PinRevealProps) {
  const { media } = question;
  if (!media) return null;
  const places = (result?.bars ?? []).filter((bar) => bar.point !== undefined);
  const [hits, misses] = [result?.bars[0]?.count ?? 0, result?.bars[1]?.count ?? 0];
  const most = Math.max(1, ...places.map((bar) => bar.count));
  const [width, height] = measuresOf(media);
  const beside = width / height <= PANORAMA;
  const legend = targets && (
    <ul className="grid gap-[calc(var(--u)*1.6)] text-[calc(var(--u)*2.8*var(--fit))]">
      <Legend mark="rounded-full bg-success" text="onTarget" pins={result && hits} />
      <Legend mark="rotate-45 rounded-[12%] bg-danger" text="elsewhere" pins={result && misses} />
    </ul>
  );
  return (
    <div
      className={classNames(
        "grid flex-auto items-center gap-[calc(var(--u)*3)]",
        beside
          ? "grid-cols-[minmax(0,1fr)_auto] reads:grid-cols-[minmax(0,1fr)]"
          : "grid-cols-[minmax(0,1fr)] content-center",
      )}
    >
      <div className="grid content-center gap-[calc(var(--u)*4*var(--fit))]">
        {recap}
        {beside && legend}
      </div>
      <div className="mx-auto max-w-full" style={{ width: `calc(${HEIGHT} * ${width / height})` }}>
        <PinPicture
          media={media}
          pixels={ON_STAGE.question}
          height={HEIGHT}
          className="overflow-hidden rounded-[calc(var(--u)*1.2)] shadow-card"
        >
          {targets && <TargetCircles targets={targets} />}
          {places.map(({ point, count: pins, correct }, index) => (
            <span
              key={index}
              aria-hidden="true"
              className={classNames(
                "absolute aspect-square -translate-1/2 animate-pop opacity-90 outline-[calc(var(--u)*0.22)] outline-white",
                targets === null
                  ? "rounded-full bg-accent"
                  : correct
                    ? "rounded-full bg-success"
                    : "rotate-45 rounded-[12%] bg-danger",
              )}
              style={{
                ...placedAt(point ?? { x: 0, y: 0 }),
                width: `${(LEAST + (MOST - LEAST) * Math.sqrt((pins - 1) / most)) * 100}%`,
                animationDelay: `${300 + Math.min(index, 60) * 18}ms`,
              }}
            />
          ))}
        </PinPicture>
      </div>
      {!beside && legend}
    </div>
  );
}

type LegendProps = { mark: string; text: "onTarget" | "elsewhere"; pins: number | null };

/** Nothing but its place while the pins are being counted. */
function Legend({ mark, text, pins }: LegendProps) {
  const t = useTranslations("screen.pins");
  return (
    <li className="flex items-center gap-[0.7em] whitespace-nowrap">
      <span aria-hidden="true" className={`size-[0.8em] shrink-0 outline-[0.1em] outline-white ${mark}`} />
      <span className={pins === null ? "invisible" : "text-ink-muted"}>
        {t.rich(text, {
          pins: pins ?? 0,
          n: (figure) => <strong className="display numerals text-[1.4em] text-ink">{figure}</strong>,
        })}
      </span>
    </li>
  );
}
