import { useTranslations } from "next-intl";

/** In the margin above every scene, so that a photo of this screen is not taken for one of a real session. */
export function RehearsalMark() {
  const t = useTranslations("screen");
  return (
    <p className="-translate-x-1/2 pointer-events-none absolute top-0 left-1/2 z-20 rounded-b-[calc(var(--u)*0.8)] bg-accent px-[1.2em] py-[0.3em] font-semibold text-[calc(var(--u)*1.15)] text-on-accent leading-none">
      {t("rehearsal")}
    </p>
  );
}
