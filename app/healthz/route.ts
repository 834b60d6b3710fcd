import { currentRuntime } from "#lib/runtime/current.ts";

export const dynamic = "force-dynamic";

/** Whether the process runs. `bootId` is new at every start. */
export function GET(): Response {
  return Response.json(
    { status: "ok", bootId: currentRuntime().bootId },
    { headers: { "cache-control": "no-store" } },
  );
}
