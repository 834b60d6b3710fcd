"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "#components/ui/buttons/icon-button.tsx";
import { later, useLater } from "#components/ui/page/later.ts";

const sheet = later(() => import("./settings-sheet.tsx"));

/** The way to one's own settings, at the same place in every phase. */
export function SettingsButton({ className }: { className?: string }) {
  const t = useTranslations("own.settings");
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton aria-label={t("open")} onClick={() => setOpen(true)} className={className}>
        <SlidersHorizontal aria-hidden="true" />
      </IconButton>
      {open && <Sheet onClose={() => setOpen(false)} />}
    </>
  );
}

function Sheet({ onClose }: { onClose(): void }) {
  const part = useLater(sheet);
  return part && <part.SettingsSheet onClose={onClose} />;
}
