"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/buttons/button.tsx";
import { Sheet } from "#components/ui/overlays/sheet.tsx";
import { useBackGuard } from "./use-back-guard.ts";

/** "Leave the quiz?" asks before a slip of the thumb ends the game for a player. */
export function LeaveGuard({ active }: { active: boolean }) {
  const t = useTranslations("player.leave");
  const { asking, stay } = useBackGuard(active);
  return (
    <Sheet
      open={asking && active}
      onClose={stay}
      size="sm"
      title={t("title")}
      description={t("text")}
      footer={
        <>
          <Button variant="secondary" size="lg" onClick={() => window.location.assign("/")}>
            {t("leave")}
          </Button>
          <Button size="lg" onClick={stay} data-autofocus>
            {t("stay")}
          </Button>
        </>
      }
    />
  );
}
