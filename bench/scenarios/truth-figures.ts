import type { Figures } from "../report/figures.ts";
import type { Room, SeenAnswers } from "../stage/subject.ts";
import type { Played } from "./play-question.ts";
import type { Act } from "./scenario.ts";

/** Holds what the players were told against what is stored. Nothing where nothing is kept. */
export async function truthFigures(
  act: Act,
  rooms: readonly Room[],
  played: readonly Played[],
): Promise<Figures> {
  const { check } = act.subject;
  if (!check) return {};
  act.doing("checking the database");
  const seen = played.map(seenAnswers);
  const truth = await check(rooms, seen);
  const acked = seen.reduce((sum, each) => sum + each.acked.length, 0);
  // What was stored but never acknowledged is no loss, but must not go unsaid.
  if (truth.stored !== acked) act.note(`${truth.stored} answers stored, ${acked} acknowledged`);
  return {
    answersLost: truth.lost,
    answersDoubled: truth.doubled,
    answersDiffering: truth.answersDiffering,
    scoresDiffering: truth.scoresDiffering,
  };
}

function seenAnswers({ questionIndex, records }: Played): SeenAnswers {
  const acked = records.flatMap(({ ackedAtMs, choices, scores, playerIds }) =>
    playerIds.flatMap((playerId, i) =>
      Number.isNaN(ackedAtMs[i]) ? [] : [{ playerId, choice: choices[i] ?? -1, score: scores[i] ?? -1 }],
    ),
  );
  return { questionIndex, acked };
}
