import type { z } from "zod";
import type { openSessionsSchema } from "#lib/api/admin/admin-operations.ts";
import type { Asked } from "./asked.ts";
import { print, span, table } from "./print.ts";
import { reachServer } from "./reach.ts";
import { CtlTrouble } from "./trouble.ts";

export async function sessions(asked: Asked): Promise<void> {
  const server = reachServer(asked);
  const [verb, id] = asked.rest;
  if (verb === "end" && id) {
    await server.call("POST", `/admin/sessions/${encodeURIComponent(id)}/end`);
    print(asked, { ended: id }, () => "It has ended.");
    return;
  }
  if (verb !== undefined) throw new CtlTrouble("Usage: npm run ctl -- sessions [end ID]");
  const told = await server.call<z.output<typeof openSessionsSchema>>("GET", "/admin/sessions");
  print(asked, told, () => {
    if (told.sessions.length === 0) return "No session is open.";
    const rows = told.sessions.map((session) => [
      session.id,
      session.pin,
      session.question === null ? session.phase : `${session.phase} ${session.question}/${session.questions}`,
      session.joined,
      session.connected.players,
      session.host ?? "",
      span(Date.now() - session.createdAtMs),
      session.title,
    ]);
    return table(["ID", "PIN", "PHASE", "JOINED", "CONNECTED", "HOST", "OPEN FOR", "TITLE"], rows);
  });
}
