"use client";

import { createContext, useContext } from "react";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Response } from "#lib/quiz/response.ts";

/** All that a question's screen needs of the game it is played in (live-game.tsx). */
export interface GameAround {
  /** False in a preview: no key answers, nothing scrolls by itself. */
  live: boolean;
  /** Whether this phone shows the words of question and options, or leaves them to the big screen. */
  wordsShown: boolean;
  /** Where this tab keeps what is being put together, so that a reload goes on with it; null keeps nothing. */
  draftSlot(questionIndex: number): string | null;
  /** A complete answer is sent by itself when time is up. */
  sendsAtClose: boolean;
  /** Takes what would be sent then; null for nothing. */
  offer(questionIndex: number, response: Response | null): void;
  /** Time is up here, and the question still waits for others. */
  waitsForOthers: boolean;
  /** In which order this player sees the options, by their indexes. */
  optionOrder(question: Pick<PublicQuestion, "index" | "kind" | "options">): number[];
  /** Whether a saved answer may be followed by another one. */
  changesAnswers: boolean;
}

/** The editor shows a question where no game is. */
const NO_GAME: GameAround = {
  live: false,
  wordsShown: true,
  draftSlot: () => null,
  sendsAtClose: false,
  offer: () => {},
  waitsForOthers: false,
  optionOrder: ({ options }) => [...options.keys()],
  changesAnswers: false,
};

export const GameAroundContext = createContext(NO_GAME);

export function useGameAround(): GameAround {
  return useContext(GameAroundContext);
}
