import { Pause } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** Over the frozen scene, of which nothing shows but its light: its words would run through these. */
export function PausedOverlay({ corner }: { corner: ReactNode }) {
  const t = useTranslations("screen.paused");
  return (
    <div className="fixed inset-0 z-20 grid animate-fade bg-background/97 backdrop-blur-[calc(var(--u)*1.4)]">
      <div className="absolute end-[calc(var(--u)*2.2)] top-[calc(var(--u)*2.2)]">{corner}</div>
      <div
        role="status"
        className="grid place-content-center justify-items-center gap-[calc(var(--u)*1.6)] text-center"
      >
        <span className="grid size-[calc(var(--u)*9)] place-items-center rounded-full bg-accent text-on-accent">
          <Pause aria-hidden="true" className="size-[45%]" fill="currentColor" strokeWidth={0} />
        </span>
        <p className="display text-[calc(var(--u)*6.4)]">{t("title")}</p>
        <p className="text-[calc(var(--u)*2.2)] text-ink-muted">{t("text")}</p>
      </div>
    </div>
  );
}
