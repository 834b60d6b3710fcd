import { useTranslations } from "next-intl";
import { ON_PHONES } from "#components/media/media-url.ts";
import { PinMark } from "#components/pin/pin-mark.tsx";
import { PinPicture, placedAt } from "#components/pin/pin-picture.tsx";
import { TargetCircles } from "#components/pin/target-circles.tsx";
import { percentages } from "./pin-words.ts";
import type { SolutionProps } from "./solution-props.ts";

/** The picture with the right places, and the player's own pin. */
export function PinSolution({ question, response, reveal: { key } }: SolutionProps) {
  const t = useTranslations("player.pin");
  if (!question.media || (key && !("targets" in key))) return null;
  const mine = response && "point" in response ? response.point : null;
  return (
    <figure className="grid gap-2.5">
      <PinPicture
        media={question.media}
        pixels={ON_PHONES.question}
        height="46dvh"
        className="overflow-hidden rounded-xl ring-1 ring-line"
      >
        {key && <TargetCircles targets={key.targets} />}
        {mine && (
          <span className="absolute" style={placedAt(mine)}>
            <PinMark className="text-option" />
          </span>
        )}
      </PinPicture>
      {key && (
        <figcaption className="text-center text-ink-muted text-sm">
          <span>{mine ? t("withYours") : t("circle")}</span>
          <span className="sr-only">
            {[
              `: ${key.targets.map((target) => t("place", percentages(target))).join("; ")}.`,
              ...(mine ? [t("yours", { place: t("place", percentages(mine)) })] : []),
            ].join(" ")}
          </span>
        </figcaption>
      )}
    </figure>
  );
}
