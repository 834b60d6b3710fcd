import { useWording } from "./use-wording.ts";

type PlaceLineProps = {
  rank: number | null;
  players: number;
  next: { name: string; gap: number } | null;
  /** Below a headline that says the rank already. */
  short?: boolean;
};

/** Two lines on a phone, where a name may need the second: as high before the place is known, or its typeface here, as after. */
const HEIGHT = "min-h-12 sm:min-h-6";

/** "3rd of 12 · 84 points behind Lan" */
export function PlaceLine({ rank, players, next, short = false }: PlaceLineProps) {
  const { t, ordinal, gap: gapOf } = useWording();
  if (rank === null || players < 2) return <p className={HEIGHT} />;
  const gap = rank === 1 ? t("place.leads") : gapOf(next);
  return (
    <p className={`${HEIGHT} text-balance text-center text-ink-muted`}>
      <strong className="font-semibold text-ink">
        {short ? t("place.among", { players }) : t("place.of", { place: ordinal(rank), players })}
      </strong>
      {gap && (
        <>
          {" · "}
          <bdi className="break-words">{gap}</bdi>
        </>
      )}
    </p>
  );
}
