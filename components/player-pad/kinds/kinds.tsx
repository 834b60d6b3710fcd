"use client";

import type { ComponentType } from "react";
import { type Later, later, useLater } from "#components/ui/page/later.ts";
import type { KindName } from "#lib/quiz/kinds/registry.ts";
import { ChoicePad } from "./choice-pad.tsx";
import type { AnswerPadProps } from "./pad-parts.ts";
import type { SolutionProps } from "./solution-props.ts";

/** Everything a phone does by kind. */
interface KindOnPhone {
  /** Where the answer is given; null where there is nothing to answer. */
  pad: ComponentType<AnswerPadProps> | Later<ComponentType<AnswerPadProps>> | null;
  /** The right answer beside the player's own; null where there is nothing to tell. */
  solution: Later<ComponentType<SolutionProps>> | null;
  /** Kinds that most quizzes do without are loaded when such a question is announced, all others in the lobby. */
  rare?: true;
}

const surveySolution = later(() => import("./survey-solution.tsx").then((file) => file.SurveySolution));

/** What has a right answer, and no options to hang shares on: in a survey it is shown by what was answered alone. */
const JUDGED: readonly KindName[] = ["text", "number", "slider", "order", "match"];

const optionSolution = later(() => import("./option-solution.tsx").then((file) => file.OptionSolution));

const KINDS_ON_PHONE = {
  single: { pad: ChoicePad, solution: optionSolution },
  truefalse: { pad: ChoicePad, solution: optionSolution },
  poll: { pad: ChoicePad, solution: optionSolution },
  multiple: {
    pad: later(() => import("./multiple-pad.tsx").then((file) => file.MultiplePad)),
    solution: optionSolution,
  },
  text: {
    pad: later(() => import("./text-pad.tsx").then((file) => file.TextPad)),
    solution: later(() => import("./text-solution.tsx").then((file) => file.TextSolution)),
  },
  number: {
    pad: later(() => import("./number-pad.tsx").then((file) => file.NumberPad)),
    solution: later(() => import("./number-solution.tsx").then((file) => file.NumberSolution)),
  },
  order: {
    pad: later(() => import("./order-pad.tsx").then((file) => file.OrderPad)),
    solution: later(() => import("./order-solution.tsx").then((file) => file.OrderSolution)),
  },
  match: {
    pad: later(() => import("./match-pad.tsx").then((file) => file.MatchPad)),
    solution: later(() => import("./match-solution.tsx").then((file) => file.MatchSolution)),
    rare: true,
  },
  pin: {
    pad: later(() => import("./pin-pad.tsx").then((file) => file.PinPad)),
    solution: later(() => import("./pin-solution.tsx").then((file) => file.PinSolution)),
    rare: true,
  },
  slider: {
    pad: later(() => import("./slider-pad.tsx").then((file) => file.SliderPad)),
    solution: later(() => import("./slider-solution.tsx").then((file) => file.SliderSolution)),
    rare: true,
  },
  rating: {
    pad: later(() => import("./rating-pad.tsx").then((file) => file.RatingPad)),
    solution: later(() => import("./rating-solution.tsx").then((file) => file.RatingSolution)),
    rare: true,
  },
  wordcloud: {
    pad: later(() => import("./wordcloud-pad.tsx").then((file) => file.WordcloudPad)),
    solution: later(() => import("./wordcloud-solution.tsx").then((file) => file.WordcloudSolution)),
    rare: true,
  },
  slide: { pad: null, solution: null },
} satisfies Record<KindName, KindOnPhone>;

/** A server that was updated may ask a kind that this page, opened before, has never heard of: its options can be tapped. */
const UNKNOWN_KIND: KindOnPhone = { pad: ChoicePad, solution: optionSolution };

/** The pad for the question's kind. */
export function AnswerPad(props: AnswerPadProps) {
  const { pad } = kindOnPhone(props.question.kind);
  if (pad === null) return null;
  if ("fetch" in pad) return <LaterPad pad={pad} {...props} />;
  const Pad = pad;
  return <Pad {...props} />;
}

/** The right answer, always, and the player's own beside it. */
export function Solution(props: SolutionProps) {
  const { kind, scored } = props.question;
  const solution = !scored && JUDGED.includes(kind) ? surveySolution : kindOnPhone(kind).solution;
  return solution && <LaterSolution solution={solution} {...props} />;
}

/** Once the question is announced: by the time it opens its pad is there, at the first render and in its full size. */
export function fetchKind(kind: KindName | undefined): void {
  if (kind !== undefined) fetchParts(kindOnPhone(kind));
}

/** While the room fills. */
export function fetchUsualKinds(): void {
  for (const kind of Object.values<KindOnPhone>(KINDS_ON_PHONE)) {
    if (!kind.rare) fetchParts(kind);
  }
}

function kindOnPhone(kind: KindName): KindOnPhone {
  return KINDS_ON_PHONE[kind] ?? UNKNOWN_KIND;
}

function fetchParts({ pad, solution }: KindOnPhone): void {
  if (pad && "fetch" in pad) void pad.fetch();
  void solution?.fetch();
}

type LaterPadProps = AnswerPadProps & { pad: Later<ComponentType<AnswerPadProps>> };

function LaterPad({ pad, ...props }: LaterPadProps) {
  const Pad = useLater(pad);
  return Pad ? <Pad {...props} /> : <div className="min-h-[46dvh]" />;
}

type LaterSolutionProps = SolutionProps & { solution: Later<ComponentType<SolutionProps>> };

function LaterSolution({ solution, ...props }: LaterSolutionProps) {
  const Shown = useLater(solution);
  return Shown && <Shown {...props} />;
}
