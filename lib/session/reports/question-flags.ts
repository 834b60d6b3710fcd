export const FLAG_CODES = [
  "key_doubtful",
  "misleading",
  "too_hard",
  "too_easy",
  "tells_nobody_apart",
  "unused_option",
] as const;

export interface QuestionFlag {
  code: (typeof FLAG_CODES)[number];
  /** A sentence for the host. */
  reason: string;
}

interface Facts {
  answered: number;
  facility: number | null;
  discrimination: number | null;
  options: readonly {
    text: string;
    right: boolean | null;
    count: number;
    meanScoreOfChoosers: number | null;
  }[];
}

/** Of fewer answers than these nothing is concluded. */
const ANSWERS_TO_JUDGE = 10;
const ANSWERS_TO_MISS_AN_OPTION = 20;
const HARD_BELOW = 0.3;
const EASY_ABOVE = 0.95;
const TELLS_APART_FROM = 0.1;

/** Signs that something is odd about a question, the most doubtful first. Hints, never verdicts. */
export function flagsOf({ answered, facility, discrimination, options }: Facts): QuestionFlag[] {
  if (answered < ANSWERS_TO_JUDGE || facility === null) return [];
  const flags: QuestionFlag[] = [];
  const rival = rivalOf(options);
  if (rival)
    flags.push({
      code: "key_doubtful",
      reason: `“${rival}” drew more players than the right answer, and stronger ones. Check the key.`,
    });
  if (discrimination !== null && discrimination < 0)
    flags.push({
      code: "misleading",
      reason: "Players who did well elsewhere did worse here. It may be misleading.",
    });
  if (facility < HARD_BELOW)
    flags.push({ code: "too_hard", reason: "Few got it right. It may need going over again." });
  else if (facility > EASY_ABOVE) flags.push({ code: "too_easy", reason: "Nearly everyone got it right." });
  else if (discrimination !== null && discrimination >= 0 && discrimination < TELLS_APART_FROM)
    flags.push({
      code: "tells_nobody_apart",
      reason: "Strong and weak players did equally well here, as if they had guessed.",
    });
  const unused = answered < ANSWERS_TO_MISS_AN_OPTION ? [] : options.filter(({ count }) => count === 0);
  if (unused.length > 0)
    flags.push({
      code: "unused_option",
      reason: `Nobody chose ${unused.map(({ text }) => `“${text}”`).join(" or ")}.`,
    });
  return flags;
}

/** A wrong option that more and better players chose than any right one. */
function rivalOf(options: Facts["options"]): string | undefined {
  const best = options.filter(({ right }) => right === true);
  const most = Math.max(...best.map(({ count }) => count));
  const strongest = Math.max(...best.map(({ meanScoreOfChoosers }) => meanScoreOfChoosers ?? 0));
  return options.find(
    ({ right, count, meanScoreOfChoosers }) =>
      best.length > 0 && right === false && count > most && (meanScoreOfChoosers ?? 0) > strongest,
  )?.text;
}
