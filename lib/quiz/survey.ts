import type { QuestionKind, ResponseCount } from "./kind.ts";
import { pinBars } from "./kinds/pin/pin-bars.ts";
import type { Bar } from "./public-shapes.ts";

/**
 * A kind as a survey asks it: the same question to the eye and to the hand, and nothing right or wrong about it. Its key is
 * as if nobody had written one.
 */
export function surveyKind<Q>(kind: QuestionKind<Q>): QuestionKind<Q> {
  if (!kind.scored) return kind;
  const { settle: _, nearMisses: __, ...same } = kind;
  return {
    ...same,
    scored: false,
    // How many are right, and that the closest wins, would tell of a key.
    details(question) {
      const { pick: _, closest: __, ...details } = kind.details?.(question) ?? {};
      return details;
    },
    grade: () => ({ correct: null, fraction: 0 }),
    key: () => null,
    bars(question, rows) {
      const own = OWN_BARS[kind.kind];
      const all = kind as unknown as QuestionKind<never>;
      return (own ? own(question as never, rows, all) : kind.bars(question, rows)).map(unjudged);
    },
  };
}

type OwnBars = (question: never, rows: readonly ResponseCount[], kind: QuestionKind<never>) => Bar[];

/** Kinds whose bars count what is right. */
const OWN_BARS: Record<string, OwnBars> = {
  /** How often each item was put first. */
  order(question, rows, kind) {
    return kind.options(question).map(({ text }, item) => ({
      label: text,
      count: total(rows, (response) => "order" in response && response.order[0] === item),
      correct: null,
    }));
  },
  /** How often each item went to each group, the most frequent first. */
  match(question, rows, kind) {
    const { groups = [] } = kind.details?.(question) ?? {};
    return kind
      .options(question)
      .flatMap((item, index) =>
        groups.map((group, number) => ({
          label: `${item.text} → ${group.text}`,
          count: total(rows, (response) => "match" in response && response.match[index] === number),
          correct: null,
        })),
      )
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
      .slice(0, PAIRS_MAX);
  },
  pin: (_, rows) => pinBars(rows, () => false).filter(({ point }) => point !== undefined),
};

/** More pairs no screen shows. */
const PAIRS_MAX = 12;

function total(rows: readonly ResponseCount[], counts: (response: ResponseCount["response"]) => boolean) {
  return rows.reduce((sum, { response, count }) => sum + (counts(response) ? count : 0), 0);
}

function unjudged(bar: Bar): Bar {
  return { ...bar, correct: null };
}
