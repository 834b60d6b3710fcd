import { useTranslations } from "next-intl";
import { PinDisplay } from "#components/ui/pin-display.tsx";
import type { JoinAddress } from "#lib/client/address/join-address.ts";
import { JoinCode } from "./join-code.tsx";

type LateJoinProps = {
  pin: string;
  address: JoinAddress;
  /** Without the code, for the scenes that are nobody's entrance any more. */
  small?: boolean;
};

/** Stays in a corner, for latecomers. */
export function LateJoin({ pin, address, small = false }: LateJoinProps) {
  const t = useTranslations("screen.join");
  return (
    <div className="flex shrink-0 items-center gap-[calc(var(--u)*1)]">
      <p className="grid justify-items-end gap-[0.2em] text-[calc(var(--u)*1.35)] leading-tight">
        <span className="max-w-[17em] truncate text-ink-muted">
          <span className="sr-only">{t("at")} </span>
          <bdi translate="no" dir="ltr">
            {address.host}
          </bdi>
        </span>
        <PinDisplay pin={pin} className="text-[1.75em]" />
      </p>
      {!small && (
        <JoinCode url={address.url} className="size-[calc(var(--u)*5.6)] rounded-[calc(var(--u)*0.5)]" />
      )}
    </div>
  );
}
