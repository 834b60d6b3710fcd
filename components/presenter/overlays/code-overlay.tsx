import { useTranslations } from "next-intl";
import { PinDisplay } from "#components/ui/pin-display.tsx";
import type { JoinAddress } from "#lib/client/address/join-address.ts";
import { JoinCode } from "../corners/join-code.tsx";
import { OverlaySheet } from "./overlay-sheet.tsx";

type CodeOverlayProps = { pin: string; address: JoinAddress; closed: boolean };

/** The code as large as the stage allows, over whatever is on. */
export function CodeOverlay({ pin, address, closed }: CodeOverlayProps) {
  const t = useTranslations("screen.join");
  return (
    <OverlaySheet
      label={t("label")}
      className="grid content-center-safe justify-items-center gap-[calc(var(--u)*2)] p-[calc(var(--u)*3)]"
    >
      <JoinCode
        url={address.url}
        className="size-[min(calc(var(--u)*36),84vw)] rounded-[calc(var(--u)*1.4)]"
      />
      <p className="display flex flex-wrap items-baseline justify-center gap-x-[1em] text-[calc(var(--u)*3.2)]">
        <bdi translate="no" dir="ltr">
          {address.host}
        </bdi>
        <PinDisplay pin={pin} className="text-[1.5em] text-accent-ink" />
      </p>
      {closed && <p className="text-[calc(var(--u)*2)] text-ink-muted">{t("closed")}</p>}
    </OverlaySheet>
  );
}
