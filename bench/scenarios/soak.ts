import { setTimeout as sleep } from "node:timers/promises";
import { slopeOf } from "../measure/percentiles.ts";
import { residentBytes } from "../measure/processes.ts";
import { scrape } from "../measure/scrape.ts";
import type { Figures } from "../report/figures.ts";
import { answerFigures } from "./answer-figures.ts";
import { enterInSteps } from "./enter.ts";
import { type Played, playQuestion } from "./play-question.ts";
import type { Act } from "./scenario.ts";
import { truthFigures } from "./truth-figures.ts";

/** A quiz has at most so many questions; the time is shared among them. */
const QUESTIONS_MAX = 180;
const QUESTION_AT_LEAST_S = 5;
const SPREAD_S = 2;

interface Sample {
  minute: number;
  rssKb: number;
  heapKb: number;
  handles: number;
}

/** Question after question for the seconds given; memory and handles must not grow. */
export async function soak(act: Act): Promise<Figures> {
  const questions = Math.max(2, Math.min(QUESTIONS_MAX, Math.floor(act.seconds / QUESTION_AT_LEAST_S)));
  const everyMs = (act.seconds / questions) * 1_000;
  const waves: Act = { ...act, seconds: Math.min(SPREAD_S, act.seconds) };
  const rooms = await act.subject.openRooms(1, act.players, questions);
  const entering = await enterInSteps(waves, rooms);
  const startedAtMs = performance.now();
  const played: Played[] = [];
  const samples: Sample[] = [];
  for (let i = 0; i < questions; i++) {
    played.push(await playQuestion(waves, rooms, i));
    await sleep(Math.max(0, startedAtMs + (i + 1) * everyMs - performance.now()));
    samples.push(await sample(act, startedAtMs));
  }
  const disconnects = act.fleet.progress().disconnects;
  return {
    ...entering,
    ...answerFigures(played),
    ...growth(samples),
    disconnects,
    ...(await truthFigures(act, rooms, played)),
  };
}

async function sample(act: Act, startedAtMs: number): Promise<Sample> {
  const { target } = act.subject;
  const read = await scrape(`http://${target.host}:${target.port}/metrics`);
  return {
    minute: (performance.now() - startedAtMs) / 60_000,
    rssKb: residentBytes(act.subject.pids().server ?? []) / 1024,
    heapKb: (read.nodejs_heap_size_used_bytes ?? Number.NaN) / 1024,
    handles: read.nodejs_active_handles_total ?? Number.NaN,
  };
}

/** The first third fills caches and compiles; the slope is of what follows. */
function growth(samples: readonly Sample[]): Figures {
  const settled = samples.slice(Math.floor(samples.length / 3));
  const slope = (of: (sample: Sample) => number) =>
    slopeOf(settled.map((each) => ({ x: each.minute, y: of(each) })));
  return {
    rssSlopeKbPerMinute: slope((each) => each.rssKb),
    heapSlopeKbPerMinute: slope((each) => each.heapKb),
    handlesGrown: (settled.at(-1)?.handles ?? 0) - (settled[0]?.handles ?? 0),
  };
}
