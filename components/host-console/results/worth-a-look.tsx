import type { HelperHint } from "#lib/session/reports/helper-names.ts";
import type { PlayerResult } from "#lib/session/reports/results.ts";

type WorthALookProps = { hints: readonly HelperHint[]; players: readonly PlayerResult[] };

/** A hint, never a verdict: the words leave room for the school, the family and the café that share one address. */
export function WorthALook({ hints, players }: WorthALookProps) {
  const names = new Map(players.map(({ playerId, name }) => [playerId, name]));
  const known = hints.filter(({ mainId, helperIds }) => [mainId, ...helperIds].every((id) => names.has(id)));
  if (known.length === 0) return null;
  return (
    <section
      aria-labelledby="worth-a-look"
      className="grid gap-3 rounded-xl bg-surface-raised p-6 ring-1 ring-line"
    >
      <h2 id="worth-a-look" className="display text-2xl">
        Worth a look
      </h2>
      <ul className="grid gap-2">
        {known.map(({ mainId, helperIds, questions, of }) => (
          <li key={mainId} className="break-words">
            <span>{`In ${questions} of ${of} questions, `}</span>
            <Names ids={helperIds} names={names} /> answered first, each something else and mostly wrong, and{" "}
            <Names ids={[mainId]} names={names} /> answered right shortly after, from the same network.
          </li>
        ))}
      </ul>
      <p className="max-w-[70ch] text-pretty text-ink-muted text-sm">
        It can look like this when one person plays under several names and reads off the first ones which
        answer is right. It can also be chance, and a school, a household or a café is one network too: ask
        before you decide anything. When players learn how they did only at the reveal, it cannot be done.
      </p>
    </section>
  );
}

function Names({ ids, names }: { ids: readonly string[]; names: ReadonlyMap<string, string> }) {
  return ids.map((id, i) => (
    <span key={id}>
      {i > 0 && <span>{i === ids.length - 1 ? " and " : ", "}</span>}
      <bdi className="font-semibold">{names.get(id)}</bdi>
    </span>
  ));
}
