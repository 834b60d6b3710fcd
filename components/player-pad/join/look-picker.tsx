"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/buttons/button.tsx";
import { Sheet } from "#components/ui/overlays/sheet.tsx";
import { Avatar } from "#components/ui/player/avatar.tsx";
import { COLORS, EYES, HEADS, lookOf, MOUTHS } from "#components/ui/player/avatar-parts.ts";

type LookPickerProps = {
  name: string;
  avatar: string | null;
  onChange(avatar: string): void;
  onClose(): void;
};

const PARTS = [
  { key: "shape", words: "shapes", count: HEADS.length },
  { key: "color", words: "colors", count: COLORS },
  { key: "eyes", words: "eyesOf", count: EYES.length },
  { key: "mouth", words: "mouths", count: MOUTHS.length },
] as const;

/** A face put together from four choices, each of them radio buttons with a name. */
export function LookPicker({ name, avatar, onChange, onClose }: LookPickerProps) {
  const t = useTranslations("look");
  const { head, color, eyes, mouth } = lookOf(name, avatar);
  const digits = [head, color, eyes, mouth];
  const withPart = (part: number, value: number) => digits.with(part, value).join("");

  return (
    <Sheet
      open
      onClose={onClose}
      size="sm"
      title={t("title")}
      footer={
        <>
          <Button
            variant="secondary"
            size="lg"
            onClick={() => onChange(PARTS.map(({ count }) => Math.floor(Math.random() * count)).join(""))}
          >
            {t("surprise")}
          </Button>
          <Button size="lg" onClick={onClose} data-autofocus>
            {t("done")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Avatar name={name} avatar={digits.join("")} className="mx-auto text-[2.75rem]" />
        {PARTS.map(({ key, words, count }, part) => (
          <fieldset key={key} className="m-0 min-w-0 border-0 p-0">
            <legend className="mb-1.5 font-semibold text-sm">{t(key)}</legend>
            <div className="grid grid-cols-6 gap-1.5">
              {Array.from({ length: count }, (_, value) => (
                <label
                  key={value}
                  className="relative grid min-h-11 cursor-pointer place-items-center rounded-lg border-2 border-transparent py-1 hover:bg-ink/8 has-checked:border-ink has-focus-visible:outline-3 has-focus-visible:outline-focus"
                >
                  <input
                    type="radio"
                    name={`look-${key}`}
                    checked={digits[part] === value}
                    onChange={() => onChange(withPart(part, value))}
                    aria-label={t(`${words}.${value}` as "shapes.0")}
                    className="absolute inset-0 cursor-pointer appearance-none rounded-[inherit] focus-visible:outline-none"
                  />
                  <Avatar name={name} avatar={withPart(part, value)} className="text-base" />
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </Sheet>
  );
}
