import type { Fleet } from "./generator/fleet.ts";
import { machineLoad } from "./measure/processes.ts";
import { monotonicUs, type Span } from "./measure/profile.ts";
import type { Options, ScenarioName } from "./options.ts";
import type { Figures } from "./report/figures.ts";
import { startProgressLine } from "./report/progress-line.ts";
import { boards } from "./scenarios/boards.ts";
import { floods } from "./scenarios/floods.ts";
import type { Act, Scenario } from "./scenarios/scenario.ts";
import { soak } from "./scenarios/soak.ts";
import { idle, joinStorm, reconnectStorm } from "./scenarios/storms.ts";
import { warmUp } from "./scenarios/warm-up.ts";
import { manyRooms, wave } from "./scenarios/wave.ts";
import type { Subject } from "./stage/subject.ts";

const SCENARIOS: Record<ScenarioName, Scenario> = {
  wave,
  "many-rooms": manyRooms,
  "join-storm": joinStorm,
  "reconnect-storm": reconnectStorm,
  idle,
  boards,
  soak,
  floods,
};

/** What runs leave behind beside their figures. */
export interface Kept {
  spans: Span[];
  series: { of: string; name: string; values: readonly object[] }[];
}

/** One run of the scenario on a server just started: warmed up, measured, and stopped. */
export async function runOnce(
  subject: Subject,
  fleet: Fleet,
  options: Options,
  of: string,
  { spans, series }: Kept,
): Promise<Figures> {
  const progress = startProgressLine(`${of} · ${subject.name} · ${options.scenario}`, fleet);
  const act: Act = {
    subject,
    fleet,
    players: options.players,
    seconds: options.seconds,
    questions: options.questions,
    door: subject.name === "ovation" ? options.door : "socket",
    doing: progress.doing,
    note: (line) => progress.tell(`${subject.name}, ${of}: ${line}`),
    series: (name, values) => void series.push({ of: `${subject.name}, ${of}`, name, values }),
    async span(name, run) {
      const fromUs = monotonicUs();
      const result = await run();
      spans.push({ name, fromUs, untilUs: monotonicUs() });
      return result;
    },
  };
  try {
    if (!options.cold) {
      progress.doing("warming up");
      await warmUp({ ...act, span: (_, run) => run() });
    }
    const figures = await SCENARIOS[options.scenario](act);
    for (const [warning, count] of subject.warnings()) act.note(`the server warned ${count} ×: ${warning}`);
    return { ...figures, machineLoad: machineLoad() };
  } finally {
    progress.stop();
    await fleet.leave();
    await subject.stop();
  }
}
