/** How the reference is divided, and what it says before the first call. */
export interface OperationGroup {
  title: string;
  /** Where it stands on the page. */
  id: string;
  about: string;
  prefixes: readonly string[];
}

export const GROUPS: readonly OperationGroup[] = [
  {
    title: "Quizzes",
    id: "quizzes",
    about: "Write, find, import and export quizzes.",
    prefixes: ["/quizzes", "/questions", "/library"],
  },
  { title: "Media", id: "media", about: "Pictures, sounds and films of quizzes.", prefixes: ["/media"] },
  {
    title: "Sessions",
    id: "sessions",
    about: "Open a session of a quiz, run it, and read its results.",
    prefixes: ["/sessions"],
  },
  {
    title: "Players",
    id: "players",
    about: "Calls for which the PIN is enough: join, answer, read the standings.",
    prefixes: ["/pins"],
  },
  {
    title: "People and keys",
    id: "people",
    about: "Who works with these quizzes, and the API keys of your own account.",
    prefixes: ["/people", "/invitations", "/keys"],
  },
  {
    title: "Retention",
    id: "retention",
    about: "How long sessions and the names of players are kept.",
    prefixes: ["/retention"],
  },
  {
    title: "Webhooks",
    id: "webhooks",
    about: "Get a message when sessions start and end, and when results are ready.",
    prefixes: ["/webhooks"],
  },
  {
    title: "Operating",
    id: "operating",
    about: "For who looks after the servers: how they are, draining one, any session, backups.",
    prefixes: ["/admin"],
  },
];

/** A path without a group falls into the first one, and fails the tests. */
export function groupOf(path: string): OperationGroup {
  return GROUPS.find((group) => isIn(group, path)) ?? (GROUPS[0] as OperationGroup);
}

export function isIn({ prefixes }: OperationGroup, path: string): boolean {
  return prefixes.includes(`/${path.split("/")[1]}`);
}

/** In Markdown, for every reader of the document. */
export const ABOUT = `JSON over HTTP. Hosts send their API key, players the token that joining gave them, as \`Authorization: Bearer …\`. Unknown fields are refused. Instants are server milliseconds since 1970.

## Refusals
A no is \`application/problem+json\` (RFC 9457) with a stable \`code\`. \`detail\` says what was given and what is accepted; \`problems\` lists where.

## Sending again
Every POST that makes something takes an \`Idempotency-Key\`: a name of your own for the request, 1 to 255 visible ASCII characters. The same key with the same address and body gets the first reply again, with \`Idempotent-Replayed: true\`, on whichever node it comes in; with another body it is refused (\`idempotency_key_reused\`), and while the first is under way it is asked to wait (\`idempotency_in_progress\`). Keys are an account's own and known for a day, the newest 1,000 of them. Invitations and API keys are told once and not kept, so they take no such key. A refused request has made nothing: its key may be used again. Should the server die in the middle, the key is free after two minutes; look first whether the thing was made.

Joining takes a \`joinKey\`, answering the player and the question, and a seat its \`key\`, in the same way.

## Rate limits
There is no quota of calls. What costs a server much is bounded, so that a crowd of calls never holds up a game; then a call is refused with \`too_many_requests\` (429) or \`overloaded\` (503), and \`Retry-After\` says when to come again:
- 120 wrong PINs a minute from one network, then its PINs are looked at no more for a while; rooms its players are in are not affected.
- Work of pages and calls while others wait: an account, and a network without one, may use up to 30 % of a core, in bursts of 6 and 12 seconds. Calls in play (join, answer, view, standings, commands) are not counted.
- Bodies: 256 KiB, quizzes 2 MiB, imports 20 MB, films 40 MB.`;
