import { CLIENT_MESSAGES, SERVER_MESSAGES } from "#lib/api/asyncapi.ts";
import { messageExamples } from "#lib/api/message-examples.ts";
import { CLOSE_CODES } from "#lib/protocol/close-codes.ts";
import { CodeBlock } from "./code-block.tsx";

/** What the live socket says, in short; lib/protocol has every field. */
export function LiveSocket() {
  return (
    <section aria-labelledby="live-socket" className="grid gap-5">
      <h2 id="live-socket" className="display scroll-mt-6 text-4xl">
        Live socket
      </h2>
      <div className="grid max-w-[65ch] gap-4 text-lg text-pretty">
        <p>
          Open a WebSocket to <code className="font-mono text-base">/ws</code> and say hello within five
          seconds. The welcome holds the whole state, so reconnecting takes only another hello. Keep the view
          with the highest version; for boards and tallies, the latest tick wins.
        </p>
        <p>
          A new player may say join instead: the welcome then also has the player and the token for the next
          hello. A refused join leaves the socket open for another name. With a{" "}
          <code className="font-mono text-base">joinKey</code>, a secret you make up, a join can be sent again
          and still creates only one player.
        </p>
      </div>
      <p>
        Every message with its fields is in{" "}
        <a href="/api/v1/asyncapi.json" className="rounded-sm font-semibold underline underline-offset-4">
          asyncapi.json
        </a>
        , as AsyncAPI 3.
      </p>
      <Messages title="Messages from clients" messages={CLIENT_MESSAGES} />
      <Messages title="Messages from the server" messages={SERVER_MESSAGES} />
      <h3 className="font-bold text-xl">Close codes</h3>
      <p className="max-w-[65ch] text-pretty">
        4000 to 4499, and all standard codes: reconnect after a random delay. 4500 and above: do not
        reconnect.
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5">
        {Object.values(CLOSE_CODES).map(({ code, text }) => (
          <div key={code} className="contents">
            <dt className="numerals font-mono">{code}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type MessagesProps = { title: string; messages: Record<string, string> };

/** Each with what it is for, and behind a press one of its kind. */
function Messages({ title, messages }: MessagesProps) {
  const examples: Record<string, unknown> = messageExamples;
  return (
    <div className="grid gap-2">
      <h3 className="font-bold text-xl">{title}</h3>
      <ul className="grid gap-1">
        {Object.entries(messages).map(([type, about]) => (
          <li key={type}>
            <details>
              <summary className="min-h-11 cursor-pointer py-2.5">
                <code className="font-mono font-semibold">{type}</code>{" "}
                <span className="text-ink-muted">{about.replaceAll("`", "")}</span>
              </summary>
              <CodeBlock label={`Example of ${type}`}>{JSON.stringify(examples[type], null, 2)}</CodeBlock>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}
