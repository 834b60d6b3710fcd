import type { NamedHint } from "#lib/api/sessions/session-hints.ts";

type WorthALookProps = { hints: readonly NamedHint[] };

/** Hints for the host to look at before prizes are handed out. */
export function WorthALook({ hints }: WorthALookProps) {
  if (hints.length === 0) return null;
  return (
    <section
      aria-labelledby="worth-a-look"
      className="grid gap-3 rounded-xl bg-surface-raised p-6 ring-1 ring-line"
    >
      <h2 id="worth-a-look" className="display text-2xl">
        Worth a look
      </h2>
      <HintList hints={hints} />
    </section>
  );
}

/** Hints, never verdicts: the words leave room for the school, the family and the café that share one address. */
export function HintList({ hints }: WorthALookProps) {
  return (
    <div className="grid gap-3">
      <ul className="grid gap-2">
        {hints.map(({ main, helpers, questions, of }) => (
          <li key={main} className="break-words">
            <span>{`In ${questions} of ${of} questions, `}</span>
            <Names names={helpers} /> answered first, each differently and mostly wrong;{" "}
            <Names names={[main]} /> answered right shortly after, from the same network.
          </li>
        ))}
      </ul>
      <p className="max-w-[70ch] text-pretty text-ink-muted text-sm">
        This can happen when one person plays under several names and uses the first ones to find out which
        answer is right. It can also be chance, and everybody in a school, a household or a café shares one
        network, so ask before you decide anything. It cannot happen when players learn how they did only at
        the reveal.
      </p>
    </div>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return names.map((name, i) => (
    <span key={name}>
      {i > 0 && <span>{i === names.length - 1 ? " and " : ", "}</span>}
      <bdi className="font-semibold">{name}</bdi>
    </span>
  ));
}
