import { useTranslations } from "next-intl";
import { Kbd } from "#components/ui/kbd.tsx";
import { SCREEN_KEYS } from "./screen-keys.ts";
import { VeilSheet } from "./veil.tsx";

/** Every key there is, large enough to be read while standing at the projector. */
export function KeyList() {
  const t = useTranslations("screen.keys");
  return (
    <VeilSheet
      label={t("label")}
      className="grid content-center justify-center gap-[calc(var(--u)*2.4)] p-[calc(var(--u)*3)]"
    >
      <h2 className="display text-[calc(var(--u)*4.2)]">{t("label")}</h2>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-[calc(var(--u)*1.8)] gap-y-[calc(var(--u)*0.9)] text-[calc(var(--u)*2)]">
        {SCREEN_KEYS.map(({ key, deed }) => (
          <div key={key} className="contents">
            <dt>
              <Kbd className="min-w-[2.4em]! justify-center px-[0.5em]! py-[0.25em]! text-[1em]!">{key}</Kbd>
            </dt>
            <dd>{t(deed)}</dd>
          </div>
        ))}
      </dl>
    </VeilSheet>
  );
}
