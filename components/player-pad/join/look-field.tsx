"use client";

import { Dices } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "#components/ui/buttons/button.tsx";
import { later, useLater } from "#components/ui/page/later.ts";
import { Avatar } from "#components/ui/player/avatar.tsx";

const picker = later(() => import("./look-picker.tsx"));

type LookFieldProps = { name: string; onName(name: string): void };

/** The face that goes with the name, a way to change it, and a die for those who want no name of their own. */
export function LookField({ name, onName }: LookFieldProps) {
  const t = useTranslations("look");
  const locale = useLocale();
  const [avatar, setAvatar] = useState<string | null>(null);
  const [picking, setPicking] = useState(false);
  const [rolls, setRolls] = useState(0);

  const roll = () => {
    setRolls(rolls + 1);
    import("./friendly-name.ts").then(
      ({ friendlyName }) => onName(friendlyName(locale, rolls, Math.random)),
      () => {}, // without a network there is no join either
    );
  };

  return (
    <div className="flex min-h-13 min-w-0 animate-fade gap-2">
      <input type="hidden" name="avatar" value={avatar ?? ""} />
      <Avatar name={name} avatar={avatar} className="me-1 self-center text-[1.45rem]" />
      <Button variant="secondary" className="min-w-0 flex-1" onClick={() => setPicking(true)}>
        <span className="min-w-0 whitespace-normal text-balance leading-tight">{t("open")}</span>
      </Button>
      <Button variant="secondary" onClick={roll} aria-label={t("dice")} title={t("dice")}>
        <Dices aria-hidden="true" className="size-5.5" />
      </Button>
      {/* Outside of the form: Enter on a choice must not join. */}
      {picking &&
        createPortal(
          <Picker name={name} avatar={avatar} onChange={setAvatar} onClose={() => setPicking(false)} />,
          document.body,
        )}
    </div>
  );
}

type PickerProps = {
  name: string;
  avatar: string | null;
  onChange(avatar: string): void;
  onClose(): void;
};

function Picker(props: PickerProps) {
  const part = useLater(picker);
  return part && <part.LookPicker {...props} />;
}
