import { groupBy } from "../../kernel/group-by.ts";
import { refuse } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/result.ts";
import { statisticsOf } from "../../session/reports/statistics.ts";
import { hostOf, presentsSession } from "../actor.ts";
import { call } from "../call.ts";
import { operations } from "../operations.ts";
import { acceptFromNowOn, nearMissesOf } from "./near-misses.ts";
import {
  answersCsv,
  csvDownload,
  downloadName,
  resultsCsv,
  wantedFormat,
  xlsxDownload,
} from "./results-files.ts";
import { resultsSheets } from "./results-workbook.ts";
import { ownPlayedSession } from "./session-access.ts";
import { sessionRace } from "./session-race.ts";
import { earlierAnswers, sessionResults } from "./session-results.ts";

export const getResults = call(
  operations.getResults,
  async ({ runtime, request, account, params, query }) => {
    const live = await ownPlayedSession(runtime, account, params.id);
    if (!live.ok) return live;
    const { session } = live.value;
    const { results, answers, players } = await sessionResults(runtime, session);
    const format = wantedFormat(request, query.format);
    if (format === "json") return ok(results);
    if (format === "csv") return csvDownload(resultsCsv(results), downloadName(results));
    const statistics = statisticsOf(session, players, answers);
    const written = await runtime.files.writeWorkbook(resultsSheets(results, statistics, answers));
    return written.ok ? xlsxDownload(written.value, downloadName(results)) : written;
  },
);

export const getStatistics = call(operations.getStatistics, async ({ runtime, account, params }) => {
  const live = await ownPlayedSession(runtime, account, params.id);
  if (!live.ok) return live;
  const { session } = live.value;
  const { players, answers } = await sessionResults(runtime, session);
  return ok(statisticsOf(session, players, answers));
});

export const getAnswerLog = call(
  operations.getAnswerLog,
  async ({ runtime, request, account, params, query }) => {
    const live = await ownPlayedSession(runtime, account, params.id);
    if (!live.ok) return live;
    const { results, answers } = await sessionResults(runtime, live.value.session);
    if (wantedFormat(request, query.format) === "csv") {
      return csvDownload(answersCsv(results, answers), `${downloadName(results)}, answers`);
    }
    const names = new Map(results.players.map(({ playerId, name }) => [playerId, name]));
    const earlier = groupBy(await earlierAnswers(runtime, live.value.session), keyOf);
    return ok({
      answers: answers.flatMap((answer) => {
        const { questionIndex, playerId, response, correct, points, elapsedMs, receivedAtMs } = answer;
        const name = names.get(playerId);
        if (name === undefined) return [];
        const before = earlier.get(keyOf(answer))?.map((each) => ({
          response: each.response,
          elapsedMs: each.elapsedMs,
          receivedAtMs: each.receivedAtMs,
        }));
        const stored = { questionIndex, playerId, name, response, correct, points, elapsedMs, receivedAtMs };
        return [{ ...stored, ...(before ? { earlier: before } : {}) }];
      }),
    });
  },
);

function keyOf({ questionIndex, playerId }: { questionIndex: number; playerId: string }): string {
  return `${questionIndex} ${playerId}`;
}

export const getNearMisses = call(operations.getNearMisses, async ({ runtime, account, params, query }) => {
  const live = await ownPlayedSession(runtime, account, params.id);
  return live.ok ? nearMissesOf(runtime, live.value.session, query.question) : live;
});

export const acceptAnswer = call(operations.acceptAnswer, async ({ runtime, account, params, body }) => {
  const live = await ownPlayedSession(runtime, account, params.id);
  return live.ok ? acceptFromNowOn(runtime, live.value.session, body) : live;
});

export const getRace = call(operations.getRace, async ({ runtime, request, params }) => {
  if (presentsSession(runtime, request, params.id)) {
    const live = await runtime.live.open(params.id);
    return live ? ok(await sessionRace(runtime, live.session)) : refuse("session_not_found");
  }
  const host = await hostOf(runtime, request);
  if (!host.ok) return host;
  const live = await ownPlayedSession(runtime, host.value, params.id);
  return live.ok ? ok(await sessionRace(runtime, live.value.session)) : live;
});
