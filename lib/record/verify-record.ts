import { countMembers, teamStandings, teamSums } from "../leaderboard/team-standings.ts";
import { type AnsweredQuestion, recomputeAnswers } from "../points/recompute.ts";
import { checkResponse } from "../quiz/check-response.ts";
import type { Grade } from "../quiz/kind.ts";
import { kindOf } from "../quiz/kinds/registry.ts";
import type { Response } from "../quiz/response.ts";
import type { Surroundings } from "../quiz/surroundings.ts";
import { surroundingsOf } from "../scoring/surroundings-of.ts";
import { changed, type Judgement } from "../session/regrades.ts";
import { settingsSchema } from "../session/settings.ts";
import { teamSettingsOf } from "../session/teams/make-teams.ts";
import { hashOf, lineOf, NO_HASH } from "./chain.ts";
import { type Entry, type EntryOf, type Receipt, readEntry, type SessionEntry } from "./entries.ts";
import { ranksOf } from "./write-record.ts";

export interface RecordVerdict {
  entries: number;
  /** The hash of `played`, which receipts name; null where the record does not come so far. */
  root: string | null;
  /** The problems, each with its entry from 1 (the line of the file). Empty for a true record. */
  problems: { entry: number; problem: string }[];
  /** The standings by the answers, whatever the record says. Empty where the chain is broken. */
  standings: { rank: number; name: string; score: number }[];
}

type At<T extends Entry["type"]> = EntryOf<T> & { at: number };

/** The content of a record whose chain holds. */
interface Read {
  session: SessionEntry;
  steps: At<"step">[];
  joins: Map<string, At<"join">>;
  answers: At<"answer">[];
  earlier: At<"earlier">[];
  played: At<"played">;
  removed: Set<string>;
  regrades: At<"regrade">[];
  outcomes: At<"outcomes">[];
  totals: At<"total">[];
  teams: At<"team">[];
  root: string;
}

/**
 * Checks a record against nothing but itself: its chain, its order, and every score and place, recomputed from the answers.
 *
 * @param listsWith the word lists by which slips are forgiven (lib/quiz/surroundings.ts)
 */
export async function verifyRecord(
  lines: Iterable<string> | AsyncIterable<string>,
  listsWith?: Surroundings["listsWith"],
): Promise<RecordVerdict & { read: Read | null }> {
  const { read, entries, root, problem } = await readChain(lines);
  if (problem) return { entries, root, problems: [problem], standings: [], read: null };
  const { problems, standings } = recount(read as Read, listsWith);
  return { entries, root, problems, standings, read: read as Read };
}

/** The statements of a receipt that a verified record does not confirm. */
export function verifyReceipt(read: Read, receipt: Receipt): string[] {
  const problems: string[] = [];
  if (receipt.sessionId !== read.session.sessionId) return ["The receipt is of another session."];
  const join = read.joins.get(receipt.playerId);
  if (!join) return ["Nobody of the record is the player of the receipt."];
  if (join.name !== receipt.name || join.joinedAtMs !== receipt.joinedAtMs)
    problems.push("The record has another name or another instant of joining.");
  const own = read.answers.filter(({ playerId }) => playerId === receipt.playerId);
  const written = new Map(own.map((answer) => [answer.questionIndex, same(answer)]));
  for (const answer of receipt.answers) {
    const place = answer.questionIndex + 1;
    if (!written.has(answer.questionIndex)) problems.push(`The record has no answer to question ${place}.`);
    else if (written.get(answer.questionIndex) !== same(answer))
      problems.push(`The record has another answer to question ${place}.`);
  }
  if (own.length > receipt.answers.length)
    problems.push("The record has answers of this player that the receipt has not.");
  if (problems.length === 0 && receipt.root !== read.root)
    problems.push(
      "The player's own answers stand in the record, but others' have changed since the receipt was taken: its root is another one.",
    );
  return problems;
}

function same(answer: Receipt["answers"][number]): string {
  const { questionIndex, response, elapsedMs, receivedAtMs } = answer;
  return lineOf({ questionIndex, response, elapsedMs, receivedAtMs }, "");
}

interface Chain {
  entries: number;
  root: string | null;
  read?: Read;
  problem?: { entry: number; problem: string };
}

/** Which entries may follow which; `moderation` and the others may be absent. */
const ORDER = [
  ...(["session", "step", "join", "answer", "earlier", "played", "removed", "moderation"] as const),
  ...(["regrade", "outcomes", "total", "team", "end"] as const),
] satisfies Entry["type"][];
const ONCE = new Set<Entry["type"]>(["session", "played", "moderation", "end"]);

async function readChain(lines: Iterable<string> | AsyncIterable<string>): Promise<Chain> {
  const read: Partial<Read> & Omit<Read, "session" | "played" | "root"> = {
    steps: [],
    joins: new Map(),
    answers: [],
    earlier: [],
    removed: new Set(),
    regrades: [],
    outcomes: [],
    totals: [],
    teams: [],
  };
  let [hash, at, place] = [NO_HASH, 0, -1];
  let root: string | null = null;
  const broken = (problem: string): Chain => ({ entries: at, root, problem: { entry: at, problem } });
  for await (const line of lines) {
    at += 1;
    if (ORDER[place] === "end") return broken("Something follows the end.");
    const parsed = parsedLine(line);
    if (!parsed) return broken("This is no entry of a record.");
    const { entry: raw, hash: written } = parsed;
    if (lineOf(raw, String(written)) !== line)
      return broken("The line is not in the form in which records are written.");
    hash = hashOf(hash, raw);
    if (hash !== written) return broken("The hash does not follow from the entry and the one before it.");
    const entry = readEntry(raw);
    if (!entry) return broken("This is no entry that a record has.");
    const next = ORDER.indexOf(entry.type);
    if (next < place || (next === place && ONCE.has(entry.type)) || (place < 0 && next > 0))
      return broken(`An entry “${entry.type}” does not belong here.`);
    if (next > ORDER.indexOf("played") && root === null)
      return broken("Nothing says that the game was over.");
    place = next;
    if (entry.type === "played") root = hash;
    if (entry.type === "end" && entry.entries !== at) return broken("There are not so many entries.");
    take(read, entry, at);
  }
  if (ORDER[place] !== "end" || root === null) {
    at += 1;
    return broken("The record ends before its end.");
  }
  return { entries: at, root, read: { ...read, root } as Read };
}

function parsedLine(line: string): { entry: unknown; hash: unknown } | null {
  try {
    const parsed: unknown = JSON.parse(line);
    return parsed !== null && typeof parsed === "object" && "entry" in parsed && "hash" in parsed
      ? parsed
      : null;
  } catch {
    return null;
  }
}

function take(
  read: Partial<Read> & Omit<Read, "session" | "played" | "root">,
  entry: Entry,
  at: number,
): void {
  switch (entry.type) {
    case "session":
      read.session = entry;
      return;
    case "step":
      read.steps.push({ ...entry, at });
      return;
    case "join":
      read.joins.set(entry.playerId, { ...entry, at });
      return;
    case "answer":
      read.answers.push({ ...entry, at });
      return;
    case "played":
      read.played = { ...entry, at };
      return;
    case "removed":
      read.removed.add(entry.playerId);
      return;
    case "regrade":
      read.regrades.push({ ...entry, at });
      return;
    case "outcomes":
      read.outcomes.push({ ...entry, at });
      return;
    case "total":
      read.totals.push({ ...entry, at });
      return;
    case "earlier":
      read.earlier.push({ ...entry, at });
      return;
    case "team":
      read.teams.push({ ...entry, at });
      return;
    case "moderation":
    case "end":
      return;
    default:
      entry satisfies never;
  }
}

function recount(
  read: Read,
  listsWith: Surroundings["listsWith"] | undefined,
): Pick<RecordVerdict, "problems" | "standings"> {
  const { session, steps, joins, answers, played, removed, regrades, outcomes, totals } = read;
  const problems: RecordVerdict["problems"] = [];
  const wrong = (entry: number, problem: string) => problems.push({ entry, problem });
  const done = () => ({ problems: problems.sort((a, b) => a.entry - b.entry), standings: [] });

  let judgement: Judgement = { quiz: session.quiz, voided: played.skipped, profile: session.profile };
  for (const regrade of regrades) {
    if (regrade.undone) continue;
    const judged = changed(judgement, regrade);
    if (!judged.ok) {
      wrong(regrade.at, `The regrade does not fit the quiz. ${judged.problem}`);
      return done();
    }
    judgement = judged.judgement;
  }
  if (played.players !== joins.size)
    wrong(played.at, `It says ${played.players} players; ${joins.size} joined.`);
  if (played.answers !== answers.length)
    wrong(played.at, `It says ${played.answers} answers; there are ${answers.length}.`);

  const { quiz, voided, profile } = judgement;
  const byPlayer = new Map<string, AnsweredQuestion[]>([...joins.keys()].map((playerId) => [playerId, []]));
  const byQuestion = new Map<number, Response[]>();
  const seen = new Set<string>();
  for (const { at, playerId, questionIndex, response, elapsedMs, receivedAtMs } of answers) {
    const question = quiz.questions[questionIndex];
    const own = byPlayer.get(playerId);
    const key = `${questionIndex} ${playerId}`;
    if (!question) wrong(at, `There is no question ${questionIndex + 1}.`);
    else if (!own) wrong(at, "It is an answer of somebody who did not join.");
    else if (seen.has(key))
      wrong(at, `It is a second answer of this player to question ${questionIndex + 1}.`);
    else if (!checkResponse(question, response).ok) wrong(at, "The answer does not fit its question.");
    else if (!wasOpen(steps, questionIndex, receivedAtMs)) wrong(at, "The question was not open then.");
    else {
      seen.add(key);
      own.push({ questionIndex, response, elapsedMs });
      const all = byQuestion.get(questionIndex);
      if (all) all.push(response);
      else byQuestion.set(questionIndex, [response]);
    }
  }
  for (const { at, playerId, questionIndex, receivedAtMs } of read.earlier) {
    if (!seen.has(`${questionIndex} ${playerId}`)) wrong(at, "Nothing has taken the place of this answer.");
    else if (!wasOpen(steps, questionIndex, receivedAtMs)) wrong(at, "The question was not open then.");
  }
  if (problems.length > 0) return done();

  const decide = new Map<number, (response: Response) => Grade>();
  for (const [index, question] of quiz.questions.entries()) {
    const settled = voided.includes(index)
      ? null
      : kindOf(question).settle?.(question, byQuestion.get(index) ?? []);
    if (settled) decide.set(index, settled);
  }
  const around = surroundingsOf(quiz, listsWith);
  const counted = new Map(
    [...byPlayer].map(([playerId, own]) => [
      playerId,
      recomputeAnswers({
        quiz,
        voided,
        profile,
        around,
        answers: own.map((answer) => ({
          ...answer,
          settledGrade: decide.get(answer.questionIndex)?.(answer.response),
        })),
      }),
    ]),
  );

  let told = 0;
  for (const { at, questionIndex, of } of outcomes) {
    for (const { playerId, correct, fraction, points, streak } of of) {
      const comesTo = counted.get(playerId)?.outcomes.get(questionIndex);
      told += 1;
      if (!comesTo) wrong(at, `Player ${playerId} gave no answer to question ${questionIndex + 1}.`);
      else if (
        comesTo.points !== points ||
        comesTo.correct !== correct ||
        comesTo.fraction !== fraction ||
        comesTo.streak !== streak
      )
        wrong(
          at,
          `The answer of ${nameOf(read, playerId)} to question ${questionIndex + 1} comes to ${comesTo.points} points, not ${points}, or is graded otherwise.`,
        );
    }
  }
  const last = totals[0]?.at ?? played.at;
  if (told !== answers.length) wrong(last, `${told} of ${answers.length} answers have an outcome.`);
  if (totals.length !== joins.size) wrong(last, `${totals.length} of ${joins.size} players have a total.`);
  const present = [...joins.values()]
    .filter(({ playerId }) => !removed.has(playerId))
    .map(({ playerId, name, seq }) => ({ playerId, name, seq, ...totalsOf(counted, playerId) }));
  const ranks = ranksOf(present);
  for (const total of totals) {
    const { at, playerId, rank } = total;
    const comesTo = counted.get(playerId)?.totals;
    const differs = !comesTo || FIELDS.some((field) => comesTo[field] !== total[field]);
    if (differs)
      wrong(
        at,
        `The answers of ${nameOf(read, playerId)} come to ${comesTo?.score ?? "nothing"}, not ${total.score}, or are counted otherwise.`,
      );
    else if ((ranks.get(playerId) ?? null) !== rank)
      wrong(
        at,
        `${nameOf(read, playerId)} has place ${ranks.get(playerId) ?? "none"}, not ${rank ?? "none"}.`,
      );
  }
  for (const each of wrongTeams(read, counted)) wrong(...each);
  const standings = present
    .map(({ playerId, name, score, seq }) => ({ rank: ranks.get(playerId) ?? 0, name, score, seq }))
    .sort((a, b) => a.rank - b.rank || a.seq - b.seq)
    .map(({ rank, name, score }) => ({ rank, name, score }));
  return { problems: problems.sort((a, b) => a.entry - b.entry), standings };
}

/** Teams whose score or place is not what their members' answers come to. */
function wrongTeams(
  { session, answers, totals, teams, removed }: Read,
  counted: ReadonlyMap<string, ReturnType<typeof recomputeAnswers>>,
): [number, string][] {
  const settings = settingsSchema.safeParse({ ...session.settings, profile: session.profile });
  const chosen = settings.success ? teamSettingsOf(settings.data) : null;
  if (!chosen) return teams.slice(0, 1).map(({ at }) => [at, "Nobody played in teams."]);
  const present = totals.filter(({ playerId }) => !removed.has(playerId));
  const teamOf = new Map(present.map(({ playerId, teamId }) => [playerId, teamId ?? null]));
  const sums = teamSums(
    answers.map(({ playerId, questionIndex }) => ({
      playerId,
      questionIndex,
      points: counted.get(playerId)?.outcomes.get(questionIndex)?.points ?? 0,
    })),
    teamOf,
  );
  const standings = teamStandings({
    sums,
    scoring: chosen.score,
    members: countMembers(present),
    teams: teams.map(({ teamId, name }) => ({ teamId, name, avatar: "" })),
  });
  return teams.flatMap(({ at, teamId, name, score, rank, members }): [number, string][] => {
    const comesTo = standings.find((each) => each.teamId === teamId);
    if (comesTo?.score === score && comesTo.rank === rank && comesTo.members === members) return [];
    return [
      [at, `Team ${name} comes to ${comesTo?.score ?? 0} and place ${comesTo?.rank}, or has other members.`],
    ];
  });
}

const FIELDS = ["score", "correctTimeMs", "correctCount", "answeredCount"] as const;

function totalsOf(counted: ReadonlyMap<string, ReturnType<typeof recomputeAnswers>>, playerId: string) {
  const { score = 0, correctTimeMs = 0 } = counted.get(playerId)?.totals ?? {};
  return { score, correctTimeMs };
}

function nameOf({ joins }: Read, playerId: string): string {
  return joins.get(playerId)?.name ?? playerId;
}

/**
 * The latest that an answer can have been received after a close, by all graces together, and that may be between the clocks of
 * two servers. Sessions from before steps were kept have none, and nothing to check against.
 */
const LATE_MAX_MS = 15_000;

function wasOpen(steps: readonly At<"step">[], index: number, receivedAtMs: number): boolean {
  const open = steps.flatMap(({ phase }) => {
    const question = phase.name === "paused" ? phase.phase : phase;
    return question.name === "question" && question.index === index ? [question] : [];
  });
  if (steps.length === 0) return true;
  if (open.length === 0) return false;
  const from = Math.min(...open.map(({ opensAtMs }) => opensAtMs));
  const until = Math.max(
    ...open.map(({ closesAtMs, waitsUntilMs = 0 }) => Math.max(closesAtMs, waitsUntilMs)),
  );
  return receivedAtMs >= from - LATE_MAX_MS && receivedAtMs <= until + LATE_MAX_MS;
}
