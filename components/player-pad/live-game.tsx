"use client";

import { type ReactNode, useMemo } from "react";
import { useLive } from "#lib/client/connection/live-provider.tsx";
import { useSlice, useView } from "#lib/client/connection/use-live-state.ts";
import { optionOrder } from "#lib/session/option-order.ts";
import { type GameAround, GameAroundContext } from "./kinds/game-around.ts";
import { usePersonalSettings } from "./settings/personal-settings.ts";

/** The running game around a question's screen. */
export function LiveGame({ children }: { children: ReactNode }) {
  const { standing } = useLive();
  const { showWords } = usePersonalSettings();
  const shapesOnly = useView((view) => view?.settings.phones === "shapes");
  const sendsAtClose = useView((view) => view?.settings.sendAtClose === true);
  const waitsForOthers = useView(
    (view) => view?.phase.name === "question" && view.phase.waitsUntilMs !== undefined,
  );
  const changesAnswers = useView((view) => view?.settings.changeAnswers === true);
  const shuffled = useView((view) => view?.settings.shuffle.options === true);
  const sessionId = useSlice(({ view }) => view?.sessionId);
  const playerId = useSlice(({ you }) => you?.playerId);
  const game = useMemo<GameAround>(
    () => ({
      live: true,
      wordsShown: !shapesOnly || showWords,
      draftSlot: (questionIndex) => `ovation:draft:${sessionId}:${questionIndex}:${playerId}`,
      sendsAtClose,
      offer: standing.offer,
      waitsForOthers,
      optionOrder: (question) =>
        shuffled && sessionId && playerId
          ? optionOrder({ sessionId, playerId, question })
          : [...question.options.keys()],
      changesAnswers,
    }),
    [
      standing,
      showWords,
      shapesOnly,
      sendsAtClose,
      waitsForOthers,
      changesAnswers,
      shuffled,
      sessionId,
      playerId,
    ],
  );
  return <GameAroundContext value={game}>{children}</GameAroundContext>;
}
