import { Pause } from "lucide-react";
import { useTranslations } from "next-intl";

/** Over the frozen scene, which stays readable enough to pick up the thread. */
export function PausedVeil() {
  const t = useTranslations("screen.paused");
  return (
    <div
      role="status"
      className="absolute inset-0 z-20 grid animate-fade place-content-center justify-items-center gap-[calc(var(--u)*1.6)] bg-background/85 text-center backdrop-blur-[calc(var(--u)*0.5)]"
    >
      <span className="grid size-[calc(var(--u)*9)] place-items-center rounded-full bg-accent text-on-accent">
        <Pause aria-hidden="true" className="size-[45%]" fill="currentColor" strokeWidth={0} />
      </span>
      <p className="display text-[calc(var(--u)*6.4)]">{t("title")}</p>
      <p className="text-[calc(var(--u)*2.2)] text-ink-muted">{t("text")}</p>
    </div>
  );
}
