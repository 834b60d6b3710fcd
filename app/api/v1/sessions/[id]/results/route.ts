import { ok } from "#lib/kernel/result.ts";
import { ownSession } from "#lib/web/find-session.ts";
import { operations } from "#lib/web/operations.ts";
import { csvDownload, resultsCsv, wantsCsv } from "#lib/web/results-csv.ts";
import { route } from "#lib/web/route.ts";
import { sessionResults } from "#lib/web/session-results.ts";

export const GET = route(operations.getResults, async ({ runtime, request, account, params, query }) => {
  const live = await ownSession(runtime, account, params.id);
  if (!live.ok) return live;
  const { results } = await sessionResults(runtime, live.value.session);
  if (wantsCsv(request, query.format)) return csvDownload(resultsCsv(results), results.title);
  return ok(results);
});
