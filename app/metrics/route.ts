import { currentRuntime } from "#lib/runtime/current.ts";

export const dynamic = "force-dynamic";

/** For Prometheus. Counts only: nothing here names a session, a player or an address. */
export async function GET(): Promise<Response> {
  const { metrics } = currentRuntime();
  return new Response(await metrics.text(), {
    headers: { "content-type": metrics.contentType, "cache-control": "no-store" },
  });
}
