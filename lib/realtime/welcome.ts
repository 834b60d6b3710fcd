import type { Joined } from "../protocol/shapes.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { You } from "../session/players/you.ts";
import type { Who } from "./connection.ts";
import { boardNow } from "./feeds/board-feed.ts";
import type { Room } from "./room.ts";

/** The part of a welcome that is for one socket alone. */
export interface Welcomed {
  who: Who;
  line: You | null;
  joined: Joined | null;
}

/** Makes welcomes. Put together from text, because thousands in a row share all but a few fields. */
export function createWelcome(runtime: Runtime): (room: Room, welcomed: Welcomed) => string {
  const head = JSON.stringify({ type: "welcome", protocol: PROTOCOL_VERSION, bootId: runtime.bootId });
  let shared: { facts: readonly unknown[]; text: string } = { facts: [], text: "" };

  function sharedBy(room: Room): string {
    const { live, board } = room;
    const nowMs = runtime.clock.now();
    const facts = [live.session, live.roster.size, live.answered.size, board, nowMs];
    if (facts.some((fact, i) => fact !== shared.facts[i])) {
      const view = JSON.stringify(runtime.view(live));
      const text = `"serverNowMs":${nowMs},"view":${view},"board":${JSON.stringify(boardNow(room))}`;
      shared = { facts, text };
    }
    return shared.text;
  }

  return function welcome(room, { who, line, joined }) {
    const you = line ? `,"you":${JSON.stringify(line)}` : "";
    const came = joined ? `,"joined":${JSON.stringify(joined)}` : "";
    return `${head.slice(0, -1)},"as":"${who.role}",${sharedBy(room)}${you}${came}}`;
  };
}
