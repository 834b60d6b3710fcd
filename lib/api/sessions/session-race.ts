import type { Runtime } from "../../runtime/runtime.ts";
import { type Race, raceOf } from "../../session/reports/race.ts";
import type { Session } from "../../session/session.ts";

/** Enough for the sessions that celebrate at the same time on one node. */
const KEPT = 20;
const races = new Map<string, Promise<Race>>();

/** The race of a session. All answers are read for it, so it is made once per version, however many screens ask. */
export function sessionRace(
  { players, answers }: Pick<Runtime, "players" | "answers">,
  session: Session,
): Promise<Race> {
  const key = `${session.id} ${session.version}`;
  const kept = races.get(key);
  if (kept) return kept;
  const race = Promise.all([players.list(session.id), answers.all(session.id)]).then(([all, given]) =>
    raceOf(session, all, given),
  );
  races.set(key, race);
  race.catch(() => races.delete(key));
  for (const old of races.keys()) {
    if (races.size <= KEPT) break;
    races.delete(old);
  }
  return race;
}
