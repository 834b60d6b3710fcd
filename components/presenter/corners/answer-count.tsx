import { useStageWording } from "../use-stage-wording.ts";

/** "12 of 40 answered", the number giving a small beat with each batch of answers. */
export function AnswerCount({ answered, players }: { answered: number; players: number }) {
  const { t, figure } = useStageWording();
  return (
    <p className="grid justify-items-center gap-[0.1em] text-center leading-tight">
      <span className="sr-only">{t("answered.spoken", { answered, players })}</span>
      <span
        aria-hidden="true"
        dir="ltr"
        className="display numerals whitespace-nowrap text-[calc(var(--u)*2.6)]"
      >
        <span key={answered} className={answered > 0 ? "inline-block animate-pop" : "inline-block"}>
          {figure(answered)}
        </span>
        <span className="text-ink-muted">{` / ${figure(players)}`}</span>
      </span>
      <span className="text-[calc(var(--u)*1.4)] text-ink-muted">{t("answered.label")}</span>
    </p>
  );
}
