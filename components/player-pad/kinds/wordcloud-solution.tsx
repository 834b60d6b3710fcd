import { WordCloud } from "#components/cloud/word-cloud.tsx";
import { useWording } from "../use-wording.ts";
import type { SolutionProps } from "./solution-props.ts";

/** The shown entries of the room, and those of the player. */
export function WordcloudSolution({ reveal, response }: SolutionProps) {
  const { t } = useWording();
  const own = response && "texts" in response ? response.texts : [];
  const words = (reveal.result?.bars ?? []).map((bar) => ({ text: bar.label, count: bar.count }));
  return (
    <div className="grid gap-4 rounded-xl bg-surface-raised p-5 ring-1 ring-line ring-inset">
      {words.length > 0 && (
        <WordCloud
          label={t("cloud.room")}
          words={words}
          aspect={1.2}
          spoken={(word) => t("cloud.times", { word: word.text, times: word.count })}
        />
      )}
      {own.length > 0 && (
        <dl className="grid gap-1">
          <dt className="font-semibold text-ink-muted text-sm">{t("yourAnswer")}</dt>
          <dd className="flex flex-wrap gap-2 font-semibold">
            {own.map((entry) => (
              <bdi key={entry} className="min-w-0 break-words rounded-full bg-surface-sunken px-3 py-1">
                {entry}
              </bdi>
            ))}
          </dd>
        </dl>
      )}
    </div>
  );
}
