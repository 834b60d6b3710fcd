import type { Instrumentation } from "next";
import { runningServer } from "#lib/runtime/current.ts";
import { requestScope } from "#lib/runtime/request-scope.ts";

/** Next calls this for every page, route and action that fails. Not for those that fail before any code of ours: they are the caller's. */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routePath, routeType }) => {
  if (requestScope()?.reached === false) return;
  const place = routeType === "action" ? "action" : "page";
  runningServer()?.errorReports?.report(error, "Next could not answer", { place, route: routePath });
};
