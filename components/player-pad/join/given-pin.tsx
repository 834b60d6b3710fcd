import { useTranslations } from "next-intl";
import { Button } from "#components/ui/buttons/button.tsx";
import { PinDisplay } from "#components/ui/pin-display.tsx";

type GivenPinProps = { pin: string; title: string | null; onChange(): void };

/** The PIN as a link or QR code brought it. */
export function GivenPin({ pin, title, onChange }: GivenPinProps) {
  const t = useTranslations("join");
  return (
    <div className="flex min-h-24 items-center gap-3 rounded-xl bg-surface-raised py-3 ps-5 pe-2 ring-1 ring-line ring-inset">
      <input type="hidden" name="pin" value={pin} />
      <div className="grid min-w-0 flex-1 gap-1.5">
        <PinDisplay pin={pin} className="justify-self-start text-[1.75rem]" />
        <p role="status" className="line-clamp-2 min-h-6 break-words text-ink-muted text-sm leading-6">
          <bdi>{title ?? t("lookingUp")}</bdi>
        </p>
      </div>
      <Button variant="ghost" onClick={onChange} aria-label={t("changePin")}>
        {t("change")}
      </Button>
    </div>
  );
}
