import type { Runtime } from "../runtime/runtime.ts";
import { encode } from "./broadcast.ts";
import type { Rooms } from "./rooms.ts";

const EVERY_MS = 1_000;

export function healthMessage({ leaderboard, bus, databaseLate, writeTrouble }: Runtime) {
  const word = (well: boolean) => (well ? ("ok" as const) : ("degraded" as const));
  return {
    type: "health" as const,
    leaderboard: word(!leaderboard.degraded()),
    bus: word(bus.healthy()),
    database: word(writeTrouble() === null && !databaseLate()),
    // Beside "degraded", which also says that it does not answer.
    ...(writeTrouble() === null ? {} : { writes: "refused" as const }),
  };
}

/** Tells all hosts when the server itself gets worse or better. Returns the function that ends it. */
export function watchHealth(runtime: Runtime, rooms: Rooms): () => void {
  let told = JSON.stringify(healthMessage(runtime));
  let wasLate = false;
  const timer = setInterval(() => {
    if (runtime.databaseLate() !== wasLate) {
      wasLate = !wasLate;
      if (wasLate)
        runtime.logger.warn(
          { action: "degraded", part: "database" },
          "The database does not answer in time; answers wait on the phones and are sent again",
        );
      else
        runtime.logger.warn({ action: "recovered", part: "database" }, "The database answers in time again");
    }
    const message = healthMessage(runtime);
    if (JSON.stringify(message) === told) return;
    told = JSON.stringify(message);
    const frame = encode(message);
    for (const room of rooms.all()) room.toHosts(frame);
  }, EVERY_MS);
  return () => clearInterval(timer);
}
