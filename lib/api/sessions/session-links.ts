import type { Runtime } from "../../runtime/runtime.ts";
import { joinUrl as joinUrlAt } from "../../session/reports/view.ts";
import type { Session } from "../../session/session.ts";

/*
 * `told`: the address that PUBLIC_URL or a trusted proxy tells for this request, if any (lib/auth/own-origin.ts). Links
 * never follow a Host that anybody may write.
 */

/** For the QR code and the chat: the page where the PIN is filled in already. */
export function joinUrl(
  { addresses }: Pick<Runtime, "addresses">,
  session: Pick<Session, "pin" | "settings">,
  told: string | null,
): string {
  return joinUrlAt(session, told ?? addresses.joinOrigin());
}

/** For the big screen. The key opens a view and nothing more; it sits behind the #, so no server or proxy logs it. */
export function presenterUrl(
  { publicUrl, tokens }: Pick<Runtime, "publicUrl" | "tokens">,
  { id, pin }: Pick<Session, "id" | "pin">,
  told: string | null,
): string {
  return `${told ?? publicUrl}/screen?pin=${pin}#key=${tokens.presenter({ sessionId: id })}`;
}
