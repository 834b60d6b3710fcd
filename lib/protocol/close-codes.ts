/**
 * Why the server ends a socket. 4000–4499: come back, with jittered backoff. 4500–4999: do not; the reason is final
 * for this page. Standard codes (1001, 1006, …) mean come back.
 */
export const CLOSE_CODES = {
  restarting: { code: 4000, text: "The server is restarting." },
  too_slow: { code: 4001, text: "The connection could not keep up." },
  no_pong: { code: 4002, text: "The connection went silent." },
  overloaded: { code: 4003, text: "The server accepts no more connections right now." },
  hello_late: { code: 4004, text: "No hello came in time." },
  session_moved: { code: 4005, text: "The session must be loaded again." },
  too_many_messages: { code: 4500, text: "Too many messages." },
  bad_message: { code: 4501, text: "Messages that cannot be understood." },
  unsupported_protocol: { code: 4502, text: "This page is out of date. Reload it." },
  unknown_session: { code: 4503, text: "There is no such session." },
  not_allowed: { code: 4504, text: "Not allowed here." },
  removed: { code: 4505, text: "The host has removed this player." },
  moved: { code: 4507, text: "Your seat moved to another device." },
  remote_removed: { code: 4508, text: "The host has removed this device." },
  signed_out: { code: 4506, text: "Signed out." },
} as const;

export type CloseReason = keyof typeof CLOSE_CODES;

/** Whether a client should connect again after this close code. */
export function comesBack(code: number): boolean {
  return code < 4500;
}
