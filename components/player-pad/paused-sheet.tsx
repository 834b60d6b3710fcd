import { Pause } from "lucide-react";
import { useTranslations } from "next-intl";

/** Laid over what was on the screen, which waits exactly as it was. Said aloud by the announcer. */
export function PausedSheet() {
  const t = useTranslations("player.paused");
  return (
    <div className="fixed inset-0 z-30 grid animate-fade place-items-center bg-background/86 p-6 text-center backdrop-blur-md">
      <div className="grid justify-items-center gap-4">
        <span
          aria-hidden="true"
          className="grid size-20 place-items-center rounded-full bg-accent text-on-accent"
        >
          <Pause className="size-9" fill="currentColor" strokeWidth={0} />
        </span>
        <p className="display text-4xl">{t("title")}</p>
        <p className="max-w-[18em] text-balance text-ink-muted text-lg">{t("text")}</p>
      </div>
    </div>
  );
}
