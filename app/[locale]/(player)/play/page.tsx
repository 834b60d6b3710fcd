import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { PlayPage } from "#components/player-pad/play-page.tsx";
import { RoomScript } from "#components/room/room-script.tsx";
import { Messages } from "../../../messages.tsx";
import { submitAnswerAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("player.meta");
  return { title: t("title"), robots: { index: false } };
}

export default function Page() {
  const t = useTranslations("player");
  return (
    <>
      <RoomScript />
      <noscript>
        <p className="safe-x bg-warning-soft py-4 text-center font-semibold">{t("needsScript")}</p>
      </noscript>
      <Messages surfaces={["answers", "board", "connection", "own", "player", "refusals", "ui"]}>
        <PlayPage submitAction={submitAnswerAction} />
      </Messages>
    </>
  );
}
