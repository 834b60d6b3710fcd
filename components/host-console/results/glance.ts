import type { PlayerResult, QuestionResults, Results } from "#lib/session/reports/results.ts";
import { judgedOf, rightShare, worthReteaching } from "./summary.ts";

/** Where so many were right, the question went well. */
const WELL_FROM = 0.8;
/** A player who got less than this right may need help. */
const HELP_BELOW = 0.4;
/** Of fewer questions, or answers to one, nothing is concluded. */
const ENOUGH = 3;
/** A player who answered none of the last so many has left. */
const MISSED = 2;

export interface Glance {
  wentWell: QuestionResults[];
  goOver: QuestionResults[];
  needHelp: PlayerResult[];
  left: PlayerResult[];
}

/** The first things a host wants to know, the most telling first. */
export function glanceOf({ players, questions }: Results): Glance {
  const judged = judgedOf(questions).filter(({ closest, answered }) => !closest && answered > 0);
  const byShare = judged
    .filter(({ answered }) => answered >= ENOUGH)
    .map((question) => ({ question, share: rightShare(question) ?? 0 }))
    .toSorted((a, b) => a.share - b.share);
  const right = ({ answers }: PlayerResult) =>
    judged.filter(({ index }) => answers[index]?.correct === true).length / judged.length;
  const asked = questions.filter(({ asked, voided, kind }) => asked && !voided && kind !== "slide");
  const last = asked.slice(-MISSED);
  return {
    wentWell: byShare
      .filter(({ share }) => share >= WELL_FROM)
      .map(({ question }) => question)
      .reverse(),
    goOver: byShare.map(({ question }) => question).filter(worthReteaching),
    needHelp:
      judged.length < ENOUGH
        ? []
        : players
            .filter((player) => player.answered > 0 && right(player) < HELP_BELOW)
            .toSorted((a, b) => right(a) - right(b)),
    left:
      asked.length < ENOUGH
        ? []
        : players.filter(
            ({ answered, answers }) => answered > 0 && last.every(({ index }) => !answers[index]),
          ),
  };
}
