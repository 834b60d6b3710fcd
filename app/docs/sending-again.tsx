/** What lib/api/idempotency.ts does, and how much the server takes (lib/http/page-gate.ts), for readers. */
export function Again() {
  return (
    <section aria-labelledby="again" className="grid gap-5">
      <h2 id="again" className="display scroll-mt-6 text-4xl">
        Sending again
      </h2>
      <div className="grid max-w-[65ch] gap-4 text-lg text-pretty">
        <p>
          A reply can get lost. Give each request that creates something a key of your own in the header{" "}
          <code className="font-mono text-base">Idempotency-Key</code>, such as a UUID, and send it again when
          in doubt: the same key with the same body gets the first reply, with{" "}
          <code className="font-mono text-base">Idempotent-Replayed: true</code>, and nothing is created
          twice. With a different body it is refused.
        </p>
        <p>
          Keys belong to an account and are kept for a day, the newest 1,000 of them. A refused request has
          created nothing, so its key can be used again. If the server fails partway, the key is free after
          two minutes; check first whether the thing was created.
        </p>
        <p>
          Joining takes a <code className="font-mono text-base">joinKey</code>, a seat its{" "}
          <code className="font-mono text-base">key</code>; an answer is identified by its player and
          question.
        </p>
      </div>
    </section>
  );
}

export function Limits() {
  return (
    <section aria-labelledby="limits" className="grid gap-5">
      <h2 id="limits" className="display scroll-mt-6 text-4xl">
        Limits
      </h2>
      <div className="grid max-w-[65ch] gap-4 text-lg text-pretty">
        <p>
          There is no quota. Expensive work is limited, so that a burst of calls never holds up a game. A call
          over the limit is refused with <code className="font-mono text-base">too_many_requests</code> or{" "}
          <code className="font-mono text-base">overloaded</code>, and{" "}
          <code className="font-mono text-base">Retry-After</code> says how many seconds to wait.
        </p>
        <ul className="grid list-disc gap-2 pl-6">
          <li>120 wrong PINs a minute from one network; sessions its players are in are not affected.</li>
          <li>
            While others wait, an account may use up to 30% of a core in bursts of 6 seconds, and a network
            without an account in bursts of 12. Joining, answering, views, standings and commands are not
            counted.
          </li>
          <li>Bodies: 256 KiB, quizzes 2 MiB, imports 20 MB, films 40 MB.</li>
        </ul>
      </div>
    </section>
  );
}
