import type { z } from "zod";
import type { Runtime } from "../../runtime/runtime.ts";
import type { Session } from "../../session/session.ts";
import type { playerDataSchema } from "../reply-schemas.ts";
import { answerText } from "../sessions/results-tables.ts";
import { earlierAnswers, sessionResults } from "../sessions/session-results.ts";

/** All that is stored about a player of a session, the removed ones included; null if there is none. */
export async function playerData(
  runtime: Pick<Runtime, "players" | "answers">,
  session: Session,
  playerId: string,
): Promise<z.infer<typeof playerDataSchema> | null> {
  const { results, players, answers } = await sessionResults(runtime, session);
  const player = players.find((each) => each.playerId === playerId);
  if (!player) return null;
  const [networks, earlier] = await Promise.all([
    runtime.players.networks(session.id, "all"),
    earlierAnswers(runtime, session),
  ]);
  return {
    session: { id: session.id, title: session.quiz.title, createdAtMs: session.createdAtMs },
    player: {
      id: player.playerId,
      name: player.name,
      seq: player.seq,
      avatar: player.avatar,
      extraTime: player.extraTime,
      team: session.teams.find(({ teamId }) => teamId === player.teamId)?.name ?? null,
      joinedAtMs: player.joinedAtMs,
      removedAtMs: player.removedAtMs,
      deviceMoves: player.moves,
      networkMark: networks.get(playerId) ?? null,
      score: player.score,
      correct: player.correctCount,
      answered: player.answeredCount,
    },
    answers: answers
      .filter((answer) => answer.playerId === playerId)
      .map(({ questionIndex, response, correct, points, elapsedMs, receivedAtMs }) => {
        const question = results.questions[questionIndex];
        return {
          ...{ questionIndex, response, correct, points, elapsedMs, receivedAtMs },
          prompt: question?.prompt ?? "",
          answer: question ? String(answerText(question, response)) : "",
          earlier: earlier
            .filter((each) => each.playerId === playerId && each.questionIndex === questionIndex)
            .map((each) => ({
              response: each.response,
              elapsedMs: each.elapsedMs,
              receivedAtMs: each.receivedAtMs,
            })),
        };
      }),
  };
}
