import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { JoinForm } from "#components/player-pad/join/join-form.tsx";
import { LanguageChoice } from "#components/player-pad/join/later-join.tsx";
import { RoomScript } from "#components/room/room-script.tsx";
import { Wordmark } from "#components/ui/page/logo.tsx";
import { EARLY_JOIN_SCRIPT } from "#lib/client/storage/early-join.ts";
import { Messages } from "../../../messages.tsx";
import { joinAction } from "../actions.ts";
import { askForSeatAction, takeSeatAction } from "../seats/actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("join.meta");
  return { title: t("title"), description: t("description") };
}

/** One static page per language; the PIN of a link is read in the browser. */
export default function Page() {
  const t = useTranslations("ui");
  const privacy = useTranslations("privacy");
  return (
    <div className="safe-x mx-auto grid min-h-dvh w-full max-w-md grid-rows-[auto_1fr]">
      <RoomScript />
      <header className="flex items-center justify-center pt-[max(1.25rem,env(safe-area-inset-top))]">
        {/* A plain link: the router's own weighs three kilobytes on a page of which every phone waits for every byte. */}
        <a href="/" aria-label={t("homeLink")} className="rounded-sm px-2 py-1 text-2xl">
          <Wordmark />
        </a>
      </header>
      <main className="safe-bottom grid content-start pt-[clamp(1.5rem,9vh,6rem)]">
        <Messages surfaces={["join", "look", "refusals", "seat", "ui"]}>
          <JoinForm action={joinAction} seatActions={{ ask: askForSeatAction, take: takeSeatAction }} />
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, and it must run before the page's scripts */}
          <script dangerouslySetInnerHTML={{ __html: EARLY_JOIN_SCRIPT }} />
          <LanguageChoice className="mx-auto mt-8" />
        </Messages>
        <a
          href="/privacy"
          className="mx-auto mt-1 inline-flex min-h-11 items-center rounded-sm px-2 text-ink-muted text-sm hover:text-ink"
        >
          {privacy("title")}
        </a>
      </main>
    </div>
  );
}
