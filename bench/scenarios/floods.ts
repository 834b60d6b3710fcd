import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Flood } from "../generator/flooder.ts";
import type { Figures } from "../report/figures.ts";
import { answerActionId } from "../stage/action-id.ts";
import { startHelper } from "../stage/helper-process.ts";
import { answerFigures } from "./answer-figures.ts";
import { enterInSteps } from "./enter.ts";
import { type Played, playQuestion } from "./play-question.ts";
import type { Act } from "./scenario.ts";
import { truthFigures } from "./truth-figures.ts";

/** A question for each, and what its acks are called in the report. */
const FLOODS = [
  ["none", "ackP99CalmMs"],
  ["sign-in pages", "ackP99SignInFloodMs"],
  ["metrics", "ackP99MetricsFloodMs"],
  ["large actions", "ackP99ActionFloodMs"],
] as const satisfies readonly (readonly [Flood, keyof Figures])[];
/** The last burst may still be under way when its question is over. */
const QUIET_MS = 10_000;

/** A game goes on while a stranger at another address asks for what makes the server work. */
export async function floods(act: Act): Promise<Figures> {
  const rooms = await act.subject.openRooms(1, act.players, FLOODS.length);
  const entering = await enterInSteps(act, rooms);
  const stranger = await startHelper(join(import.meta.dirname, "../generator/flooder.ts"), [
    act.subject.target.port,
    answerActionId(),
  ]);
  const played: Played[] = [];
  const acks: Figures = {};
  try {
    for (const [i, [flood, figure]] of FLOODS.entries()) {
      stranger.say({ flood });
      const question = await playQuestion(act, rooms, i);
      played.push(question);
      const p99 = answerFigures([question], act.players).ackP99Ms;
      if (p99 !== undefined) acks[figure] = p99;
      await sleep(QUIET_MS);
    }
  } finally {
    await stranger.stop();
  }
  const { disconnects } = act.fleet.progress();
  return {
    ...entering,
    ...answerFigures(played, act.players),
    ...acks,
    disconnects,
    ...(await truthFigures(act, rooms, played)),
  };
}
