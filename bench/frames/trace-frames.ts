import type { CDPSession } from "playwright";

export interface Frames {
  /** What reached the screen, drawn and composited by whatever this machine has for a graphics card. */
  drawnPerSecond: number;
  worstDrawnSecond: number;
  /** What the page's own thread leaves time for: 60, less one for each sixtieth of a second that a single task holds beyond its frame. */
  worstPageSecond: number;
  pageBusy: string;
  longestTaskMs: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Of the processor, so that other work on the machine does not count. */
  tdur?: number;
  args?: { name?: string };
}

const FRAME_MS = 1_000 / 60;
const TASKS = ["RunTask", "ThreadControllerImpl::RunTask"];
/** The compositor's own, which says what reached the screen, by whichever thread; and the page's. */
const CATEGORIES = "viz,toplevel,devtools.timeline";

/** Traces the browser for `measuredMs` from `begin` on. */
export async function traceFrames(
  devtools: CDPSession,
  begin: () => void,
  measuredMs: number,
): Promise<Frames> {
  const events: TraceEvent[] = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const ended = new Promise((done) => devtools.once("Tracing.tracingComplete", done));
  await devtools.send("Tracing.start", { categories: CATEGORIES, transferMode: "ReportEvents" });
  begin();
  await new Promise((done) => setTimeout(done, measuredMs));
  await devtools.send("Tracing.end");
  await ended;
  return { ...drawn(events), ...page(events) };
}

function drawn(events: TraceEvent[]) {
  const times = instants(events.filter(({ name }) => name === "Display::DrawAndSwap"));
  const spanMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
  const perSecond = wholeSeconds(times).map((from) => within(times, from).length);
  return {
    drawnPerSecond: Math.round((times.length / spanMs) * 1_000),
    worstDrawnSecond: Math.min(...perSecond),
  };
}

function page(events: TraceEvent[]) {
  const thread = pageThread(events);
  const tasks = events.filter(
    ({ name, ph, pid, tid }) =>
      TASKS.includes(name) && ph === "X" && pid === thread?.pid && tid === thread.tid,
  );
  const outer = withoutNested(tasks).map((task) => ({ atMs: task.ts / 1_000, ms: workMs(task) }));
  const spanMs = (outer.at(-1)?.atMs ?? 0) - (outer[0]?.atMs ?? 0);
  const missed = outer.map(({ atMs, ms }) => ({ atMs, frames: Math.floor(ms / FRAME_MS) }));
  const perSecond = wholeSeconds(outer.map(({ atMs }) => atMs)).map((from) =>
    missed
      .filter(({ atMs }) => atMs >= from && atMs < from + 1_000)
      .reduce((left, { frames }) => left - frames, 60),
  );
  const busyMs = outer.reduce((sum, { ms }) => sum + ms, 0);
  return {
    worstPageSecond: Math.min(...perSecond),
    pageBusy: `${Math.round((busyMs / spanMs) * 100)} %`,
    longestTaskMs: Math.round(Math.max(...outer.map(({ ms }) => ms))),
  };
}

const workMs = ({ dur = 0, tdur }: TraceEvent) => (tdur ?? dur) / 1_000;

/** The thread that runs the page's animation frames. */
function pageThread(events: TraceEvent[]): TraceEvent | undefined {
  const frames = new Map<string, TraceEvent[]>();
  for (const event of events) {
    if (event.name !== "FireAnimationFrame" && event.name !== "UpdateLayoutTree") continue;
    const key = `${event.pid} ${event.tid}`;
    frames.set(key, [...(frames.get(key) ?? []), event]);
  }
  return [...frames.values()].sort((a, b) => b.length - a.length)[0]?.[0];
}

function withoutNested(tasks: TraceEvent[]): TraceEvent[] {
  const outer: TraceEvent[] = [];
  for (const task of tasks.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    const last = outer.at(-1);
    if (!last || task.ts >= last.ts + (last.dur ?? 0)) outer.push(task);
  }
  return outer;
}

function instants(events: TraceEvent[]): number[] {
  return events.map(({ ts }) => ts / 1_000).sort((a, b) => a - b);
}

/** Where a whole second begins that is within what was measured. */
function wholeSeconds(times: number[]): number[] {
  return times.filter((at) => at + 1_000 <= (times.at(-1) ?? 0));
}

function within(times: number[], from: number): number[] {
  return times.filter((at) => at >= from && at < from + 1_000);
}
