import { enterAsStorm } from "./enter.ts";
import { playQuestion } from "./play-question.ts";
import type { Act } from "./scenario.ts";

const PLAYERS = 100;
const QUESTIONS = 2;

/** A small game beforehand: a server that has just started spends more on compiling than on answers. */
export async function warmUp(act: Act): Promise<void> {
  const small: Act = {
    ...act,
    players: Math.min(PLAYERS, act.players),
    seconds: 1,
    doing: () => {},
  };
  const rooms = await act.subject.openRooms(1, small.players, QUESTIONS);
  await enterAsStorm(small, rooms);
  for (let i = 0; i < QUESTIONS; i++) await playQuestion(small, rooms, i);
  await act.fleet.leave();
  for (const room of rooms) await room.end();
}
