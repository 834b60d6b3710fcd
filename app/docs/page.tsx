import type { Metadata } from "next";
import Link from "next/link";
import { Wordmark } from "#components/ui/page/logo.tsx";
import { GROUPS as ALL_GROUPS, groupOf } from "#lib/api/groups.ts";
import { operations } from "#lib/api/operations.ts";
import { REFUSALS } from "#lib/kernel/refusal.ts";
import { CodeBlock } from "./code-block.tsx";
import { LiveSocket } from "./live-socket.tsx";
import { OperationSection } from "./operation-section.tsx";
import { Again, Limits } from "./sending-again.tsx";

export const metadata: Metadata = {
  title: { absolute: "API reference · Ovation" },
  description: "Write quizzes, run sessions, join and answer by HTTP and by live socket.",
};

const GROUPS = ALL_GROUPS.map((group) => ({
  ...group,
  operations: Object.values(operations).filter(({ path }) => groupOf(path) === group),
}));

/** The reference, from the table of operations that the handlers parse by. Static: it says the same to everybody. */
export default function DocsPage() {
  return (
    <div className="safe-x mx-auto max-w-6xl pb-24">
      <header className="flex items-center justify-between py-5">
        <Link href="/" aria-label="Ovation, home" className="rounded-sm text-[1.75rem]">
          <Wordmark />
        </Link>
        <p className="flex flex-wrap justify-end gap-x-5 gap-y-1">
          {LINKS.map(({ href, text }) => (
            <a
              key={href}
              href={href}
              className="rounded-sm font-semibold underline decoration-line-strong underline-offset-4"
            >
              {text}
            </a>
          ))}
        </p>
      </header>
      <div className="grid gap-x-12 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <Contents />
        <main className="grid min-w-0 gap-16">
          <Start />
          <Again />
          <Limits />
          {GROUPS.map((group) => (
            <section key={group.id} aria-labelledby={group.id} className="grid gap-10">
              <h2 id={group.id} className="display scroll-mt-6 text-4xl">
                {group.title}
              </h2>
              {group.operations.map((operation) => (
                <OperationSection key={operation.id} operation={operation} />
              ))}
            </section>
          ))}
          <LiveSocket />
          <Refusals />
        </main>
      </div>
    </div>
  );
}

const LINKS = [
  { href: "/docs/try", text: "Try it" },
  { href: "/api/v1/openapi.json", text: "openapi.json" },
  { href: "/api/v1/asyncapi.json", text: "asyncapi.json" },
];

function Contents() {
  const entries = [
    { id: "start", title: "Start here", operations: [] },
    { id: "again", title: "Sending again", operations: [] },
    { id: "limits", title: "Limits", operations: [] },
    ...GROUPS,
    { id: "live-socket", title: "Live socket", operations: [] },
    { id: "refusals", title: "Refusals", operations: [] },
  ];
  return (
    <nav
      aria-label="Contents"
      className="mb-10 lg:sticky lg:top-6 lg:mb-0 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto"
    >
      <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-1">
        {entries.map((entry) => (
          <li key={entry.id}>
            <a href={`#${entry.id}`} className="rounded-sm font-semibold hover:underline">
              {entry.title}
            </a>
            {entry.operations.length > 0 && (
              <ul className="mt-1 grid gap-1 text-ink-muted text-sm max-sm:hidden">
                {entry.operations.map(({ id, summary }) => (
                  <li key={id}>
                    <a href={`#${id}`} className="rounded-sm hover:text-ink hover:underline">
                      {summary}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Start() {
  return (
    <section aria-labelledby="start" className="grid gap-5">
      <h1 id="start" className="display scroll-mt-6 text-[clamp(2.5rem,6vw,4rem)]">
        API reference
      </h1>
      <div className="grid max-w-[65ch] gap-4 text-lg text-pretty">
        <p>
          JSON over HTTP. Hosts send their API key, players the token that joining gave them, both as{" "}
          <code className="font-mono text-base">Authorization: Bearer</code>. Identifiers and PINs are not
          secret and prove nothing.
        </p>
        <p>
          Unknown fields are refused, so a typo never passes silently. Times are server milliseconds since
          1970. An answer is acknowledged when it is stored, never before; sending it again is harmless.
        </p>
      </div>
      <p className="font-semibold">A whole quiz in six calls:</p>
      <CodeBlock label="A whole quiz in six calls">{WALKTHROUGH}</CodeBlock>
    </section>
  );
}

const WALKTHROUGH = `export OVATION=http://localhost:3000     # your server
export API_KEY=…                          # OWNER_API_KEY
JSON="Content-Type: application/json"

# Write a quiz → id
curl "$OVATION/api/v1/quizzes" -H "Authorization: Bearer $API_KEY" -H "$JSON" \\
  -d '{ "title": "Capitals", "questions": [{ "kind": "single", "prompt": "Capital of France?",
        "options": [{ "text": "Paris", "correct": true }, { "text": "Lyon" }] }] }'

# Open a session of it → id, pin, joinUrl, presenterUrl
curl "$OVATION/api/v1/sessions" -H "Authorization: Bearer $API_KEY" -H "$JSON" -d '{ "quizId": "…" }'

# Join → token
curl "$OVATION/api/v1/pins/$PIN/players" -H "$JSON" -d '{ "name": "Ada" }'

# Start → the view, which says when the question opens
curl "$OVATION/api/v1/sessions/$ID/commands" -H "Authorization: Bearer $API_KEY" -H "$JSON" \\
  -d '{ "command": "start" }'

# Answer → whether it was right, and what it earned
curl "$OVATION/api/v1/pins/$PIN/answers" -H "Authorization: Bearer $PLAYER_TOKEN" -H "$JSON" \\
  -d '{ "questionIndex": 0, "response": { "choice": 0 } }'

# Who leads
curl "$OVATION/api/v1/pins/$PIN/leaderboard"`;

function Refusals() {
  return (
    <section aria-labelledby="refusals" className="grid gap-5">
      <h2 id="refusals" className="display scroll-mt-6 text-4xl">
        Refusals
      </h2>
      <p className="max-w-[65ch] text-lg text-pretty">
        A refusal comes as problem details (RFC 9457) with a stable{" "}
        <code className="font-mono text-base">code</code>. The{" "}
        <code className="font-mono text-base">detail</code> says what was given and what is accepted;{" "}
        <code className="font-mono text-base">problems</code> lists where.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="overflow-x-auto" aria-label="All refusal codes" tabIndex={0}>
        <table className="w-full border-collapse text-left">
          <thead>
            <tr className="border-line-strong border-b">
              <th scope="col" className="py-2 pr-6 font-semibold">
                Status
              </th>
              <th scope="col" className="py-2 pr-6 font-semibold">
                Code
              </th>
              <th scope="col" className="py-2 font-semibold">
                Meaning
              </th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(REFUSALS).map(([code, { status, text }]) => (
              <tr
                key={code}
                id={code}
                className="scroll-mt-6 border-line border-b align-top target:bg-accent-soft"
              >
                <td className="numerals py-2 pr-6">{status}</td>
                <td className="py-2 pr-6 font-mono text-sm">{code}</td>
                <td className="min-w-64 py-2">{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
