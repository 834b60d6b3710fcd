/** What lib/api/idempotency.ts does, and how much the server takes (lib/http/page-gate.ts), for readers. */
export function Again() {
  return (
    <section aria-labelledby="again" className="grid gap-5">
      <h2 id="again" className="display scroll-mt-6 text-4xl">
        Sending again
      </h2>
      <div className="grid max-w-[65ch] gap-4 text-lg text-pretty">
        <p>
          A reply can be lost on its way. Give each request that makes something a name of your own in the
          header <code className="font-mono text-base">Idempotency-Key</code>, such as a UUID, and send it
          again when you are in doubt: the same key with the same body gets the first reply, with{" "}
          <code className="font-mono text-base">Idempotent-Replayed: true</code>, and nothing is made twice.
          With another body it is refused.
        </p>
        <p>
          Keys are an account’s own and known for a day, the newest 1,000 of them. A refused request has made
          nothing, so its key may be used again. Should the server die in the middle, the key is free after
          two minutes: look first whether the thing was made.
        </p>
        <p>
          Joining takes a <code className="font-mono text-base">joinKey</code>, a seat its{" "}
          <code className="font-mono text-base">key</code>; an answer is known by its player and question.
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
          There is no quota of calls. What costs a server much is bounded, so that a crowd of calls never
          holds up a game; then a call is refused with{" "}
          <code className="font-mono text-base">too_many_requests</code> or{" "}
          <code className="font-mono text-base">overloaded</code>, and{" "}
          <code className="font-mono text-base">Retry-After</code> says in seconds when to come again.
        </p>
        <ul className="grid list-disc gap-2 pl-6">
          <li>120 wrong PINs a minute from one network; rooms its players are in are not affected.</li>
          <li>
            While others wait, an account, and a network without one, may use up to 30 % of a core, in bursts
            of 6 and 12 seconds. Joining, answering, views, standings and commands are not counted.
          </li>
          <li>Bodies: 256 KiB, quizzes 2 MiB, imports 20 MB, films 40 MB.</li>
        </ul>
      </div>
    </section>
  );
}
