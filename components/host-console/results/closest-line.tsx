import type { PlayerResult, QuestionResults } from "#lib/session/reports/results.ts";
import { counted } from "../phase-words.ts";
import { closestOf } from "./summary.ts";

type ClosestLineProps = {
  question: QuestionResults;
  players: readonly PlayerResult[];
  unit: string | undefined;
};

const NAMES_SHOWN = 3;

/** Where the closest number wins: who was it, and how good the room was. A share of right answers would say neither. */
export function ClosestLine({ question, players, unit }: ClosestLineProps) {
  const closest = closestOf(question, players);
  if (closest === null) return null;
  const { names, off, halfWithin } = closest;
  const amount = (value: number) => `${value.toLocaleString("en")}${unit ? ` ${unit}` : ""}`;
  const more = names.length - NAMES_SHOWN;
  return (
    <p className="numerals break-words">
      {names.slice(0, NAMES_SHOWN).map((name, i) => (
        <span key={name}>
          {i > 0 && <span>, </span>}
          <bdi translate="no" className="font-semibold">
            {name}
          </bdi>
        </span>
      ))}
      {more > 0 && <span>{` and ${counted(more, "other")}`}</span>}
      <span>{off === 0 ? " hit it exactly." : ` came closest, ${amount(off)} off.`}</span>
      {question.answered > 2 && (
        <span className="text-ink-muted">{` Half of the answers were at most ${amount(halfWithin)} off.`}</span>
      )}
    </p>
  );
}
