import { useWritten } from "#components/rich-text/quiz-language.ts";
import { useWording } from "../use-wording.ts";

type LineSolutionProps = { right: string; note: string | undefined; mine: string | null };

/** A right answer of one line, and the player's own below it. */
export function LineSolution({ right, note, mine }: LineSolutionProps) {
  const { t } = useWording();
  const written = useWritten();
  return (
    <dl className="grid gap-4 rounded-xl bg-surface-raised p-5 ring-1 ring-line ring-inset">
      <div className="grid gap-1">
        <dt className="font-semibold text-ink-muted text-sm">{t("theAnswer")}</dt>
        <dd className="break-words text-2xl leading-tight">
          <bdi {...written(right)} className="display">
            {right}
          </bdi>
        </dd>
        {note && (
          <dd className="break-words text-ink-muted text-sm">
            <bdi>{note}</bdi>
          </dd>
        )}
      </div>
      {mine !== null && (
        <div className="grid gap-1 border-line border-t pt-4">
          <dt className="font-semibold text-ink-muted text-sm">{t("yourAnswer")}</dt>
          <dd className="break-words font-semibold text-lg">
            <bdi>{mine}</bdi>
          </dd>
        </div>
      )}
    </dl>
  );
}
