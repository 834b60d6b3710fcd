import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { LanguageChoice } from "#components/ui/language-choice.tsx";

/** The keys most asked for, and the language of this screen alone. Gone as soon as nobody touches anything. */
export function KeyHints({ visible }: { visible: boolean }) {
  const t = useTranslations("screen.keys");
  return (
    <aside
      aria-label={t("label")}
      className={classNames(
        "-translate-x-1/2 pointer-events-none absolute bottom-3 left-1/2 z-40 flex items-center gap-2 whitespace-nowrap rounded-full bg-surface-sunken/90 px-4 py-1.5 text-ink-muted text-sm transition-opacity duration-500 focus-within:opacity-100 pointer-coarse:hidden",
        visible ? "opacity-100" : "opacity-0",
      )}
    >
      <Kbd>F</Kbd> {t("fullScreen")} <Kbd className="ms-3">Q</Kbd> {t("joinCode")}
      <Kbd className="ms-3">?</Kbd> {t("all")}
      <LanguageChoice path="/screen" className="pointer-events-auto ms-2 -me-3 -my-1.5" />
    </aside>
  );
}
