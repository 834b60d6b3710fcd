/**
 * Where a question stands on this screen's clock. ready: announced, the 3-2-1 runs · reading: the prompt alone ·
 * open: answers count · over: they no longer do
 */
export type Stage =
  | { name: "ready"; secondsLeft: number }
  | { name: "reading"; secondsLeft: number; durationMs: number; elapsedMs: number }
  | { name: "open"; secondsLeft: number; durationMs: number; elapsedMs: number }
  | { name: "over" };
