import { FIGURES, type FigureName, type Results } from "./figures.ts";
import { summaryOf } from "./summary.ts";

/** What Ovation is to reach, in ratios to a reference of the same run, or by itself. Milliseconds belong to a machine. */
interface Target {
  says: string;
  figure: FigureName;
  /** Ovation's own figure where there is none. */
  reference?: string;
  least?: number;
  most?: number;
  /** It means something from so many players on. */
  fromPlayers?: number;
}

const MANY = 10_000;
const LARGE = 5_000;
const COALESCED = "socketio-coalesced";

const TARGETS: readonly Target[] = [
  {
    says: "ack p99 ÷ coalesced socket.io",
    figure: "ackP99Ms",
    reference: COALESCED,
    most: 2,
    fromPlayers: MANY,
  },
  {
    says: "CPU per answer ÷ coalesced socket.io",
    figure: "cpuMsPer1000Answers",
    reference: COALESCED,
    most: 1,
    fromPlayers: MANY,
  },
  {
    says: "CPU per answer ÷ bare echo",
    figure: "cpuMsPer1000Answers",
    reference: "echo",
    most: 3,
    fromPlayers: MANY,
  },
  {
    says: "CPU, announcement → last personal line ÷ coalesced socket.io",
    figure: "wholeCpuMsPer1000",
    reference: COALESCED,
    most: 1,
    fromPlayers: LARGE,
  },
  {
    says: "close → last personal line ÷ coalesced socket.io",
    figure: "closingMs",
    reference: COALESCED,
    most: 2,
    fromPlayers: LARGE,
  },
  { says: "bytes to a player for a question", figure: "bytesPerPlayer", most: 2_000, fromPlayers: LARGE },
  {
    says: "CPU per answer ÷ usual peer shape",
    figure: "cpuMsPer1000Answers",
    reference: "socketio",
    most: 1 / 50,
    fromPlayers: 1_000,
  },
  {
    says: "CPU of a board ÷ bare loop",
    figure: "cpuMsPerBoard",
    reference: "echo",
    most: 1.15,
    fromPlayers: MANY,
  },
  { says: "RSS per player, KB", figure: "rssPerPlayerKb", most: 15, fromPlayers: MANY },
  {
    says: "RSS per player ÷ coalesced socket.io",
    figure: "rssPerPlayerKb",
    reference: COALESCED,
    most: 1,
    fromPlayers: MANY,
  },
  {
    says: "joined and connected a second ÷ coalesced socket.io",
    figure: "entersPerSecond",
    reference: COALESCED,
    least: 1,
    fromPlayers: MANY,
  },
  { says: "soak: RSS slope ÷ what it is known to", figure: "rssSlopeOverNoise", most: 1 },
  { says: "soak: timers more at the end", figure: "timersGrown", most: 5 },
  { says: "soak: handles more at the end", figure: "handlesGrown", most: 5 },
  { says: "soak: listeners more at the end", figure: "listenersGrown", most: 20 },
  ...(["ackP99SignInFloodMs", "ackP99MetricsFloodMs", "ackP99ActionFloodMs"] as const).map((figure) => ({
    says: `beside a flood: ${FIGURES[figure].label}`,
    figure,
    most: 150,
  })),
  { says: "answers by action ÷ empty actions", figure: "actionDoorShare", reference: "action", least: 0.8 },
  { says: "intake ÷ raw grouped insert", figure: "intakeShare", reference: "insert", least: 0.5 },
];

export interface Verdict {
  says: string;
  value: number;
  limit: string;
  met: boolean;
}

/** Of the targets that these results can say something about, by medians. */
export function verdictsOn(results: Results, players: number): Verdict[] {
  const median = (server: string, figure: FigureName) => summaryOf(results[server] ?? [])[figure]?.median;
  return TARGETS.flatMap(({ says, figure, reference, least, most, fromPlayers = 0 }) => {
    if (players < fromPlayers) return [];
    // A share is already one figure over another, and stands with the reference it was measured with.
    const ours = median("ovation", figure);
    const theirs = reference === undefined ? undefined : median(reference, figure);
    const value =
      reference === undefined ? ours : figure.endsWith("Share") ? theirs : theirs && ours && ours / theirs;
    if (value === undefined) return [];
    const met = value <= (most ?? Number.POSITIVE_INFINITY) && value >= (least ?? Number.NEGATIVE_INFINITY);
    return [{ says, value, limit: most === undefined ? `≥ ${least}` : `≤ ${Number(most.toFixed(3))}`, met }];
  });
}
