"use client";

import { useWordedView } from "#components/answers/use-worded-view.ts";
import { LiveProvider } from "#lib/client/connection/live-provider.tsx";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { View } from "#lib/session/reports/view.ts";
import { PadFooter } from "../pad-footer.tsx";
import { PadShell } from "../pad-shell.tsx";
import { QuestionHeader } from "../screens/question-header.tsx";
import { QuestionScreen } from "../screens/question-screen.tsx";
import { useWording } from "../use-wording.ts";
import { EARLY_LAYER, SCREENS } from "./early-layer.ts";

/**
 * A question's screens without their words, made by the very components that will take over, and the lines that fill
 * them in (draw-early.ts). They exist in the page as it is sent and nowhere else: in the browser React leaves them alone.
 */
export function EarlyQuestion() {
  const sent = typeof window === "undefined";
  return (
    <>
      <div id={EARLY_LAYER} className="peer" {...UNTOUCHED} />
      {sent ? <Screens /> : <template {...UNTOUCHED} />}
      {/* The build puts draw-early.ts here (scripts/early-scripts.mjs). */}
      <script data-early-question="" {...UNTOUCHED} />
    </>
  );
}

/** Content that React neither reads nor changes. */
const UNTOUCHED = { suppressHydrationWarning: true, dangerouslySetInnerHTML: { __html: "" } };

function Screens() {
  const { instruction } = useWording();
  return (
    <template data-poll={instruction({ kind: "poll" })}>
      <LiveProvider as="player">
        {SCREENS.map((name) => (
          <Screen key={name} name={name} />
        ))}
      </LiveProvider>
    </template>
  );
}

/** Number, clock and the player's own line come with the page; their places are kept. */
function Screen({ name }: { name: (typeof SCREENS)[number] }) {
  const worded = useWordedView({ title: "", question: sampleOf(name), reveal: null } as View | null);
  const question = worded?.question ?? sampleOf(name);
  const header = (
    <div aria-hidden="true" className="contents [&>div>:first-child]:invisible">
      <QuestionHeader question={question} countdown={OPEN} closesAtMs={0} />
    </div>
  );
  const footer = (
    <div aria-hidden="true" className="invisible">
      <PadFooter phase="question" you={NOBODY} rank={null} players={0} earning />
    </div>
  );
  return (
    <PadShell header={header} footer={footer} wide>
      <QuestionScreen
        question={question}
        countdown={OPEN}
        answer={{ state: "idle" }}
        answered={0}
        players={0}
        submit={() => {}}
      />
    </PadShell>
  );
}

function sampleOf(name: (typeof SCREENS)[number]): PublicQuestion {
  const text = name === "compact" ? "" : "in a row of its own, as it is long";
  const options = Array.from({ length: 4 }, () => ({ text }));
  return {
    index: 0,
    total: 1,
    prompt: "",
    timeLimitMs: 60_000,
    points: 1,
    scored: true,
    kind: name === "truefalse" ? name : "single",
    options,
  };
}

const OPEN = { stage: "open", secondsLeft: 60, elapsedMs: 0, durationMs: 60_000, paused: false } as const;

const NOBODY = {
  playerId: "",
  name: "",
  score: 0,
  rank: null,
  players: 0,
  streak: 0,
  correctCount: 0,
  next: null,
  answer: null,
};
