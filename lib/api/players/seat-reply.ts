import type { Runtime } from "../../runtime/runtime.ts";
import { joinedAs } from "../../runtime/take-join.ts";
import type { AskedSeat, SeatCode } from "../../session/players/seat-desk.ts";
import type { Session } from "../../session/session.ts";
import { joinUrl } from "../sessions/session-links.ts";

/** How a request for a seat stands, as the asking device is told. */
export function askedSeatReply(runtime: Pick<Runtime, "tokens">, asked: AskedSeat) {
  if (asked.state !== "given") return asked;
  return { state: asked.state, joined: joinedAs(runtime, asked.player) };
}

/** A code with its link. The code sits behind the #, so no server or proxy logs it. */
export function seatCodeReply(
  runtime: Pick<Runtime, "addresses">,
  session: Pick<Session, "pin" | "settings">,
  { code, untilMs }: SeatCode,
  told: string | null,
) {
  return { code, url: `${joinUrl(runtime, session, told)}#seat=${code}`, untilMs };
}
