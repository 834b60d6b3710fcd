import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { ConnectionBanner } from "#components/connection/connection-banner.tsx";
import { useBoard, useLiveRank } from "#lib/client/board/use-board.ts";
import { LiveProvider } from "#lib/client/connection/live-provider.tsx";
import {
  useConnection,
  useOutbox,
  useReactions,
  useRoster,
  useServerClock,
  useTally,
  useView,
  useYou,
} from "#lib/client/connection/use-live-state.ts";
import { useCountdown } from "#lib/client/time/use-countdown.ts";
import connection from "../../../messages/connection/en.json";

function Everything() {
  const heard = [useView(), useYou(), useBoard(), useTally(), useRoster(), useReactions(), useLiveRank()];
  const facts = {
    heard: heard.filter((each) => each !== null).length,
    title: useView((view) => view?.title ?? "none"),
    connection: useConnection().state.name,
    answer: useOutbox(0).state,
    synced: useServerClock().synced,
    stage: useCountdown(null).stage,
  };
  return createElement("pre", null, Object.values(facts).join(" "));
}

test("[CL26] every hook renders on a server, where there is no browser yet", () => {
  const inside = createElement("main", null, createElement(Everything), createElement(ConnectionBanner));
  const page = createElement(LiveProvider, { pin: "123456", as: "player" }, inside);
  const html = renderToString(
    createElement(NextIntlClientProvider, {
      locale: "en",
      timeZone: "UTC",
      messages: { connection },
      // biome-ignore lint/correctness/noChildrenProp: its type wants the children among the properties
      children: page,
    }),
  );
  expect(html).toBe("<main><pre>0 none idle idle false closed</pre></main>");
});
