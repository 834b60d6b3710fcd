import type { Race } from "#lib/session/reports/race.ts";

/** The race so far, by the key of a presenter screen. */
export async function fetchRace(sessionId: string, token: string, signal: AbortSignal): Promise<Race> {
  const response = await fetch(`/api/v1/sessions/${sessionId}/race`, {
    signal,
    headers: { authorization: `bearer ${token}` },
  });
  if (!response.ok) throw new Error(`The race was not given: ${response.status}`);
  return (await response.json()) as Race;
}
