import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Screen } from "#components/presenter/screen.tsx";
import { LIGHTS_SCRIPT } from "#components/presenter/stage/stage-lights.ts";
import { RoomScript } from "#components/room/room-script.tsx";
import { commandAction, ownsSessionAction } from "../../../(host)/actions.ts";
import { Messages } from "../../../messages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("screen.meta");
  return {
    title: t("title"),
    robots: { index: false },
    // The link carries the presenter's key in its fragment; no other site need know that it exists.
    referrer: "no-referrer",
  };
}

/** A static shell: which session, and with what right, only the browser knows. */
export default function ScreenPage() {
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, and it must run before the first paint */}
      <script dangerouslySetInnerHTML={{ __html: LIGHTS_SCRIPT }} />
      <RoomScript />
      <Messages surfaces={["answers", "board", "connection", "race", "refusals", "screen", "sound", "ui"]}>
        <Screen actions={{ owns: ownsSessionAction, command: commandAction }} />
      </Messages>
    </>
  );
}
