/** The facts that the points of one answer depend on. */
export interface Earning {
  /** 0 to 1: the share of the question that was answered right. */
  fraction: number;
  /** Fair time (fair-time.ts), in milliseconds since the question opened. */
  elapsedMs: number;
  /** The authored time limit in milliseconds. */
  limitMs: number;
  /** 1000 × the question's points: 0, 1000 or 2000. */
  pointsMax: number;
  /** Fully correct answers in a row, this one included; 0 when this one is not. */
  streak: number;
  /** How many questions of the quiz earn points. */
  scoredQuestions: number;
}

/**
 * A way of turning answers into points. Sessions store its name and version, so a report made years later can say by
 * which rules it was played: a change to a formula is a new version.
 */
export interface Profile {
  version: number;
  label: string;
  /** For the host who chooses. */
  description: string;
  /** A whole number of points; 0 for a fraction of 0 or for no points to earn. */
  points(earning: Earning): number;
}

/** Answers faster than this get full points: people do not read and tap faster, and networks differ by as much. */
const PLATEAU_MS = 500;

/** All bonuses of a whole quiz together under accuracy-first; less than half of one right answer's 1000 points. */
const WHOLE_QUIZ_BONUS = 499;

/** From here on a streak is worth no more under accuracy-first. */
const STREAK_FULL_AT = 5;

export const PROFILES = {
  classic: {
    version: 1,
    label: "Classic",
    description: "Right answers earn up to 1000 points; half of them are for speed.",
    points: classicPoints,
  },
  "classic-streak": {
    version: 1,
    label: "Classic with streaks",
    description: "Classic, and a bonus for right answers in a row: 100 for two, up to 500 for six and more.",
    points: (earning) => classicPoints(earning) + streakBonus(earning),
  },
  accuracy: {
    version: 1,
    label: "Accuracy",
    description: "Every right answer earns the same. Speed only breaks ties.",
    points: ({ fraction, pointsMax }) => Math.round(pointsMax * fraction),
  },
  "accuracy-first": {
    version: 1,
    label: "Accuracy first",
    description: "Speed and streaks count, but one more right answer always beats them.",
    points: accuracyFirstPoints,
  },
  linear: {
    version: 1,
    label: "Race",
    description: "Points fall from 1000 to zero as the time runs out.",
    points: (earning) => Math.round(earning.pointsMax * earning.fraction * (1 - timeUsed(earning))),
  },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof PROFILES;

export const profileNames = Object.keys(PROFILES) as [ProfileName, ...ProfileName[]];

/** Full points inside the plateau, then a straight line down to half at the limit. Curve: Kahoot! help, "How points work". */
function classicPoints(earning: Earning): number {
  const { fraction, elapsedMs, pointsMax } = earning;
  const speed = elapsedMs < PLATEAU_MS ? 1 : 1 - timeUsed(earning) / 2;
  return Math.round(pointsMax * fraction * speed);
}

/** +100 at two in a row, +100 for each further one, +500 from six on. Never doubled. Kahoot!'s streak bonus. */
function streakBonus({ fraction, pointsMax, streak }: Earning): number {
  if (fraction === 0 || pointsMax === 0) return 0;
  return 100 * Math.min(Math.max(streak - 1, 0), 5);
}

/**
 * The flat points, and a bonus, half for speed and half for the streak, of which all questions together can give at
 * most 499. A right answer is worth at least 1000, so a player with one more of them is always ahead.
 * (Sendsteps, "How are the scores calculated".)
 *
 * Double questions double the flat points but not the bonus, or the bound would not hold: a double question counts as
 * two right answers. Of players whose flat points are the same, the faster is ahead. Partial credit counts as the part
 * of a right answer it is, so the bound is about sums of credit: a whole answer ahead is always ahead.
 */
function accuracyFirstPoints(earning: Earning): number {
  const { fraction, pointsMax, streak, scoredQuestions } = earning;
  if (fraction === 0 || pointsMax === 0) return 0;
  const streakShare = Math.min(Math.max(streak - 1, 0), STREAK_FULL_AT - 1) / (STREAK_FULL_AT - 1);
  const share = (1 - timeUsed(earning) + streakShare) / 2;
  // Rounded down, so that the sum over all questions keeps the bound.
  const bonus = Math.floor((WHOLE_QUIZ_BONUS / Math.max(1, scoredQuestions)) * share * fraction);
  return Math.round(pointsMax * fraction) + bonus;
}

/** The share of the time limit that was used, 0 to 1. Time that a host added on top earns no less than the last instant. */
function timeUsed({ elapsedMs, limitMs }: Earning): number {
  return Math.min(Math.max(elapsedMs, 0), limitMs) / limitMs;
}
