import { currentRuntime } from "#lib/runtime/current.ts";

export const dynamic = "force-dynamic";

/** Whether traffic should come here: 200, or 503 while the database is away or the server is leaving. */
export async function GET(): Promise<Response> {
  const readiness = await currentRuntime().readiness();
  return Response.json(readiness, {
    status: readiness.ready ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
