import { ownSession } from "#lib/api/find-session.ts";
import { operations } from "#lib/api/operations.ts";
import { answersCsv, csvDownload, wantsCsv } from "#lib/api/results-csv.ts";
import { route } from "#lib/api/route.ts";
import { sessionResults } from "#lib/api/session-results.ts";
import { ok } from "#lib/kernel/result.ts";

export const GET = route(operations.getAnswerLog, async ({ runtime, request, account, params, query }) => {
  const live = await ownSession(runtime, account, params.id);
  if (!live.ok) return live;
  const { results, answers } = await sessionResults(runtime, live.value.session);
  if (wantsCsv(request, query.format)) {
    return csvDownload(answersCsv(results, answers), `${results.title}, answers`);
  }
  const names = new Map(results.players.map(({ playerId, name }) => [playerId, name]));
  return ok({
    answers: answers.flatMap(
      ({ questionIndex, playerId, response, correct, points, elapsedMs, receivedAtMs }) => {
        const name = names.get(playerId);
        return name === undefined
          ? []
          : [{ questionIndex, playerId, name, response, correct, points, elapsedMs, receivedAtMs }];
      },
    ),
  });
});
