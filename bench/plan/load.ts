/** What is asked of a deployment, and what it may use. */
export interface Load {
  name: string;
  sessions: number;
  playersEach: number;
  /** A session's answers to a question come within so long of its opening. */
  burstMs: number;
  /** How often a session asks; sessions do not ask at the same time. */
  questionEveryMs: number;
  /** All join within so long. */
  joinWithinMs: number;
}

/** What may be used up, so that what is left carries surprises. */
export const BUDGET = {
  /** Of a node's one core, in a burst, boards included. */
  nodeCore: 0.8,
  nodeRssMb: 1_024,
  /** Of the cores of Postgres, and of the one core of each Redis master. */
  postgresCores: 0.7,
  redisCore: 0.6,
  ackP99Ms: 1_000,
} as const;

export const LOADS: readonly Load[] = [
  {
    name: "100,000 players in one session",
    sessions: 1,
    playersEach: 100_000,
    burstMs: 2_000,
    questionEveryMs: 30_000,
    joinWithinMs: 120_000,
  },
  {
    name: "1,000,000 players over 5,000 sessions of 200",
    sessions: 5_000,
    playersEach: 200,
    burstMs: 2_000,
    questionEveryMs: 30_000,
    joinWithinMs: 600_000,
  },
];
