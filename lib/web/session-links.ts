import type { Runtime } from "../runtime/runtime.ts";
import type { Session } from "../session/session.ts";
import { joinUrl as joinUrlAt } from "../session/view.ts";

/** For the QR code and the chat: the page where the PIN is filled in already. */
export function joinUrl({ joinOrigin }: Pick<Runtime, "joinOrigin">, { pin }: Pick<Session, "pin">): string {
  return joinUrlAt(joinOrigin, pin);
}

/** For the big screen. The key opens a view and nothing more; it sits behind the #, so no server or proxy logs it. */
export function presenterUrl(
  { publicUrl, tokens }: Pick<Runtime, "publicUrl" | "tokens">,
  { id, pin }: Pick<Session, "id" | "pin">,
): string {
  return `${publicUrl}/screen?pin=${pin}#key=${tokens.presenter({ sessionId: id })}`;
}
