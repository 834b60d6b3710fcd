import type { Figures } from "../report/figures.ts";
import { answerFigures } from "./answer-figures.ts";
import { enterInSteps } from "./enter.ts";
import { type Played, playQuestion } from "./play-question.ts";
import type { Act } from "./scenario.ts";
import { truthFigures } from "./truth-figures.ts";

/** One room; everybody answers each question at some instant of the spread. */
export function wave(act: Act): Promise<Figures> {
  return waveInRooms(act, 1);
}

const MANY_ROOM_PLAYERS = 20;

/** The same players in rooms of twenty, all at once. */
export function manyRooms(act: Act): Promise<Figures> {
  return waveInRooms(act, Math.max(1, Math.round(act.players / MANY_ROOM_PLAYERS)));
}

async function waveInRooms(act: Act, count: number): Promise<Figures> {
  const { subject, fleet, questions } = act;
  const playersEach = Math.floor(act.players / count);
  const whole: Act = { ...act, players: playersEach * count };
  act.doing(count > 1 ? `opening ${count} rooms` : "opening the room");
  const rooms = await subject.openRooms(count, playersEach, questions);
  const entering = await enterInSteps(whole, rooms);
  const played: Played[] = [];
  for (let i = 0; i < questions; i++) played.push(await playQuestion(whole, rooms, i));
  const { disconnects } = fleet.progress();
  const figures = { ...entering, ...answerFigures(played, whole.players), disconnects };
  return { ...figures, ...(await truthFigures(whole, rooms, played)) };
}
