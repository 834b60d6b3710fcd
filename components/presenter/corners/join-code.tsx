import { useTranslations } from "next-intl";
import { QRCodeSVG } from "qrcode.react";
import { classNames } from "#components/ui/class-names.ts";

/** Four modules of white around the code: what the standard asks for, and what phones need in a dark hall. */
const QUIET_ZONE = 4;

/** The QR code that opens the join page with the PIN filled in. Black on white whatever the theme, sized by `className`. */
export function JoinCode({ url, className }: { url: string; className?: string }) {
  const t = useTranslations("screen.join");
  return (
    <QRCodeSVG
      value={url}
      level="M"
      marginSize={QUIET_ZONE}
      bgColor="#ffffff"
      fgColor="#0d0f1e"
      title={t("code")}
      className={classNames("block shrink-0", className)}
    />
  );
}
