/**
 * Every reason Ovation says no, in one table: the stable code, the HTTP status, and a sentence for people.
 * A refusal may replace the sentence with a more precise one; the code never changes meaning.
 */
export const REFUSALS = {
  // The caller
  unauthenticated: { status: 401, text: "Sign in, or send a valid API key or token." },
  bad_token: { status: 401, text: "This token is not valid here." },
  bad_sign_in: { status: 401, text: "Email or password is wrong." },
  forbidden: { status: 403, text: "You are not allowed to do that." },
  bad_origin: { status: 403, text: "This server does not accept requests from this page's address." },
  too_many_requests: { status: 429, text: "Too many requests. Wait a moment and try again." },
  // Accounts
  invitation_not_found: {
    status: 404,
    text: "This invitation was not found. Check that the whole link was copied.",
  },
  invitation_spent: {
    status: 410,
    text: "This invitation can no longer be used. Ask the person who sent it for a new one.",
  },
  reset_not_found: {
    status: 404,
    text: "This link is not known here. Open the newest one, and all of it: an earlier link ends when a new one is made.",
  },
  reset_spent: { status: 410, text: "This link can be used no more. Ask for a new one." },
  email_taken: {
    status: 409,
    text: "An account with this email already exists. Sign in with it, or use another email.",
  },
  person_not_found: { status: 404, text: "There is no such person in this workspace." },
  last_owner: { status: 409, text: "This is the only owner here. Make someone else an owner first." },
  set_by_environment: { status: 409, text: "This is set on the server. Change it there." },
  key_not_found: { status: 404, text: "There is no such API key." },
  too_many_keys: { status: 409, text: "This account has 50 API keys. Remove one first." },
  device_not_found: { status: 404, text: "This device is no longer signed in." },
  // The request
  bad_request: { status: 400, text: "The request was not understood." },
  not_found: { status: 404, text: "Nothing was found here." },
  method_not_allowed: { status: 405, text: "This address does not accept this kind of request." },
  payload_too_large: { status: 413, text: "That is too large." },
  idempotency_key_reused: {
    status: 422,
    text: "This Idempotency-Key was used for another request. Send a new key with a new request.",
  },
  idempotency_in_progress: {
    status: 409,
    text: "The first request with this Idempotency-Key is still running. Send it again in a moment.",
  },
  unsupported_protocol: { status: 400, text: "This page is out of date. Reload it." },
  unknown_message: { status: 400, text: "This kind of message is unknown." },
  // Quizzes
  quiz_not_found: { status: 404, text: "There is no such quiz." },
  version_not_found: { status: 404, text: "This version of the quiz does not exist or is no longer kept." },
  stale_quiz: { status: 409, text: "The quiz has been changed since you read it. Read it again, then save." },
  invalid_quiz: { status: 422, text: "The quiz has problems that must be fixed first." },
  unreadable_import: { status: 422, text: "No quiz can be read from this file." },
  // Pictures, sounds and films
  media_not_found: { status: 404, text: "There is no such file." },
  unsupported_media: { status: 415, text: "This kind of file cannot be shown." },
  media_full: { status: 409, text: "There is no space left for pictures, sounds and films." },
  // Webhooks
  webhook_not_found: { status: 404, text: "There is no such webhook." },
  webhook_target_refused: { status: 422, text: "Nothing can be sent to this address." },
  webhooks_full: { status: 409, text: "You have reached the limit of webhooks. Delete one first." },
  // Joining
  unknown_pin: { status: 404, text: "No quiz is running with this PIN. Check the number on the screen." },
  session_not_found: { status: 404, text: "There is no such session." },
  session_ended: { status: 410, text: "This quiz has ended." },
  session_locked: { status: 423, text: "The host has locked this quiz. New players cannot join right now." },
  session_full: { status: 409, text: "This quiz is full." },
  late_join_closed: { status: 409, text: "This quiz has started, and joining late is not allowed." },
  name_empty: { status: 422, text: "Enter a name." },
  name_too_long: { status: 422, text: "A name can have at most 24 characters." },
  name_not_allowed: { status: 422, text: "This name contains characters that are not allowed." },
  name_taken: { status: 409, text: "Someone here already has this name. Choose another one." },
  team_required: { status: 422, text: "Choose a team." },
  team_not_found: { status: 404, text: "There is no such team." },
  team_not_allowed: {
    status: 422,
    text: "A team name has 1 to 24 characters, and all of them must be visible.",
  },
  team_name_taken: { status: 409, text: "A team with this name already exists. Choose another one." },
  teams_full: { status: 409, text: "No more teams can be added. Join one of these." },
  not_joined: { status: 401, text: "Join the quiz first." },
  player_removed: { status: 403, text: "The host removed you from this quiz." },
  // Seats that go to another device
  seat_moved: { status: 403, text: "Your seat moved to another device." },
  seat_code_wrong: { status: 403, text: "This code is wrong, was already used, or has expired." },
  too_many_seat_requests: {
    status: 429,
    text: "Too many people are asking for a seat right now. Ask the host for a code.",
  },
  // Phones as remotes
  remote_code_used: {
    status: 403,
    text: "This code was already used. Scan the code that the host's screen shows now.",
  },
  remote_code_wrong: {
    status: 403,
    text: "This code has expired. Scan the code that the host's screen shows now.",
  },
  remote_removed: {
    status: 403,
    text: "The host has removed this device. Scan the code again to use it as a remote.",
  },
  // Answering
  no_open_question: { status: 409, text: "No question is open right now." },
  wrong_question: { status: 409, text: "This answer is for a different question from the one that is open." },
  question_not_open: { status: 409, text: "The question is not open yet." },
  question_closed: { status: 409, text: "Time is up: the question is closed." },
  session_paused: { status: 409, text: "The host has paused the quiz." },
  invalid_response: { status: 422, text: "This answer does not fit the question." },
  // A player's own settings
  extra_time_not_allowed: { status: 403, text: "The host has not allowed that much time in this quiz." },
  question_running: { status: 409, text: "A question is open. More time can be chosen between questions." },
  // Running a session
  command_not_possible: { status: 409, text: "That cannot be done in this phase." },
  stale_command: {
    status: 409,
    text: "The session has moved on since you last saw it. Look again, then decide.",
  },
  doubled_command: {
    status: 409,
    text: "This `next` came right after another one, as a double press does, so it did nothing. Send `expectedVersion` to say which step you mean.",
  },
  player_not_found: { status: 404, text: "There is no such player in this session." },
  // Looking after servers
  node_not_found: { status: 404, text: "There is no such server." },
  node_silent: {
    status: 409,
    text: "This server has not been heard of lately. It is gone, or frozen; its players are on the others.",
  },
  last_node: {
    status: 409,
    text: "No other server takes players. Start another one first, or say that it should be done all the same.",
  },
  backup_refused: { status: 409, text: "A backup cannot be made right now." },
  disk_full: { status: 507, text: "The server’s disk is full." },
  // The server itself
  overloaded: {
    status: 503,
    text: "The server is very busy. Your answer is not saved yet; it will be sent again automatically.",
  },
  unavailable: { status: 503, text: "The server cannot store this right now. Try again in a moment." },
  draining: { status: 503, text: "The server is restarting. Try again in a few seconds." },
  internal: { status: 500, text: "Something went wrong on our side. It has been logged." },
} as const satisfies Record<string, { status: number; text: string }>;

export type RefusalCode = keyof typeof REFUSALS;

/** A no, with its reason. `problems` lists where in the input, for forms and API clients. */
export interface Refusal {
  code: RefusalCode;
  message: string;
  problems?: { path: string; message: string }[];
  /** When to come back, where that is known. */
  retryAfterMs?: number;
}

export function refuse(
  code: RefusalCode,
  message?: string,
  problems?: Refusal["problems"],
): { ok: false; error: Refusal } {
  const error: Refusal = { code, message: message ?? REFUSALS[code].text };
  if (problems) error.problems = problems;
  return { ok: false, error };
}
