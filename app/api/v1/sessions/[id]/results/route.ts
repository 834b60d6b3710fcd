import { ownSession } from "#lib/api/find-session.ts";
import { operations } from "#lib/api/operations.ts";
import { csvDownload, resultsCsv, wantsCsv } from "#lib/api/results-csv.ts";
import { route } from "#lib/api/route.ts";
import { sessionResults } from "#lib/api/session-results.ts";
import { ok } from "#lib/kernel/result.ts";

export const GET = route(operations.getResults, async ({ runtime, request, account, params, query }) => {
  const live = await ownSession(runtime, account, params.id);
  if (!live.ok) return live;
  const { results } = await sessionResults(runtime, live.value.session);
  if (wantsCsv(request, query.format)) return csvDownload(resultsCsv(results), results.title);
  return ok(results);
});
