import { CLOSE_CODES } from "#lib/protocol/close-codes.ts";
import { PROTOCOL_VERSION } from "#lib/protocol/version.ts";
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
          seconds. The welcome holds the whole state, so coming back needs no more than another hello. Keep
          the view with the highest version; of boards and tallies the latest tick wins.
        </p>
        <p>
          A new player may say join instead: the welcome then also has the player and the token for the next
          hello. A refused join leaves the socket open for another name. With a{" "}
          <code className="font-mono text-base">joinKey</code>, a secret of your own making, a join may be
          sent again and makes one player.
        </p>
      </div>
      <p>
        <a href="/docs/try#socket" className="rounded-sm font-semibold underline underline-offset-4">
          Every message with its fields
        </a>
        , as AsyncAPI 3 in{" "}
        <a href="/api/v1/asyncapi.json" className="rounded-sm underline underline-offset-4">
          asyncapi.json
        </a>
        .
      </p>
      <CodeBlock label="Messages of the live socket">{MESSAGES}</CodeBlock>
      <h3 className="font-bold text-xl">Close codes</h3>
      <p className="max-w-[65ch] text-pretty">
        4000 to 4499, and all standard codes: come back, waiting a random while. 4500 and above: do not.
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

const MESSAGES = `→ {"type":"hello","protocol":${PROTOCOL_VERSION},"pin":"123456","as":"player","token":"…"}
→ {"type":"join","protocol":${PROTOCOL_VERSION},"id":"j1","pin":"123456","name":"Ada","joinKey":"…"}
→ {"type":"ping","t0":1700000000000}
→ {"type":"answer","id":"a1","questionIndex":0,"response":{"choice":2},"pressedAtMs":1700000001234}

← {"type":"welcome","bootId":"…","serverNowMs":…,"view":{…},"board":{…},"you":{…},
   "joined":{"playerId":"…","sessionId":"…","name":"Ada","token":"…"}}
← {"type":"view","view":{"version":8,"phase":{"name":"question",…},"question":{…},…}}
← {"type":"board","tick":12,"top":[{"rank":1,"playerId":"…","name":"Ada","score":912}],"players":30,"answered":12,"cuts":[…]}
← {"type":"ack","id":"a1","ack":{"accepted":true,"repeat":false,"correct":true,"points":912,"score":912,"rank":3}}
← {"type":"refused","id":"a1","refusal":{"code":"question_closed","message":"…"}}
← {"type":"you","you":{"score":912,"rank":3,…}}
← {"type":"pong","t0":…,"t1":…}`;
