import { setTimeout as sleep } from "node:timers/promises";
import type { Vitals } from "../measure/vitals.ts";
import type { Figures } from "../report/figures.ts";
import type { Room } from "../stage/subject.ts";
import { answerFigures } from "./answer-figures.ts";
import { enterAsStorm } from "./enter.ts";
import { growthOf } from "./growth.ts";
import { type Played, playQuestion } from "./play-question.ts";
import type { Act } from "./scenario.ts";
import { truthFigures } from "./truth-figures.ts";

const QUESTIONS_PER_GAME = 20;
const QUESTION_EVERY_MS = 10_000;
const SPREAD_S = 2;

/**
 * Game after game for the seconds given: all join, answer, and leave. At the same moment after each question the server
 * says what it holds; memory, timers, handles and listeners must not grow.
 */
export async function soak(act: Act): Promise<Figures> {
  const waves: Act = { ...act, seconds: Math.min(SPREAD_S, act.seconds) };
  const endsAtMs = performance.now() + act.seconds * 1_000;
  const rooms: Room[] = [];
  const played: Played[] = [];
  const vitals: Vitals[] = [];
  let disconnects = 0;
  let entering: Figures = {};
  while (performance.now() < endsAtMs) {
    const [room] = (await act.subject.openRooms(1, act.players, QUESTIONS_PER_GAME)) as [Room];
    rooms.push(room);
    entering = await enterAsStorm(act, [room]);
    for (let i = 0; i < QUESTIONS_PER_GAME && performance.now() < endsAtMs; i++) {
      const nextAtMs = performance.now() + QUESTION_EVERY_MS;
      played.push(await playQuestion(waves, [room], i));
      await sleep(Math.max(0, nextAtMs - performance.now()));
      vitals.push(...(await (act.subject.vitals?.() ?? [])));
    }
    disconnects += act.fleet.progress().disconnects;
    await act.fleet.leave();
    await room.end();
  }
  act.series("vitals", vitals);
  return {
    ...entering,
    ...answerFigures(played, act.players),
    ...growthOf(vitals),
    disconnects,
    ...(await truthFigures(act, rooms, played)),
  };
}
