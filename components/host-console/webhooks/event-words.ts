const WORDS: Record<string, string> = {
  "session.started": "A session started",
  "session.ended": "A session ended",
  "session.results_ready": "Results are ready",
  "player.joined": "A player joined",
};

/** An event as hosts read it. */
export function eventWords(event: string): string {
  return WORDS[event] ?? event;
}
