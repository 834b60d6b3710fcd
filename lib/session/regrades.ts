import { z } from "zod";
import { unitsFor } from "../kernel/unicode.ts";
import { type ProfileName, profileNames } from "../points/profiles.ts";
import { alsoAccepting, type Changed, withKey } from "../quiz/change-key.ts";
import { LIMITS } from "../quiz/fields.ts";
import type { FrozenQuestion, FrozenQuiz } from "../quiz/freeze.ts";
import { kindOf } from "../quiz/kinds/registry.ts";
import { type Response, responseSchema } from "../quiz/response.ts";
import type { Session } from "./session.ts";

/**
 * What counts in a session is changed after the fact: docs/SPEC.md RG*. The session's quiz, voided questions and profile are
 * always those it was opened with and all regrades since, in order, that are not undone; every score is what the stored
 * answers come to by them.
 */

const instant = z.int().describe("Server time, milliseconds since 1970.");

const givenKeySchema = z.union([
  z.strictObject({ choices: z.array(z.int().min(0).max(99)).min(1).max(20) }),
  z.strictObject({
    accepted: z
      .array(z.string().max(unitsFor(LIMITS.acceptedText)))
      .min(1)
      .max(LIMITS.accepted.max),
  }),
  z.strictObject({
    number: z.number(),
    tolerance: z.number().default(0),
    closest: z.boolean().default(false),
  }),
  z.strictObject({ order: z.array(z.int().min(0).max(99)).min(1).max(20) }),
  z.strictObject({ match: z.array(z.int().min(0).max(99)).min(1).max(20) }),
  z.strictObject({
    targets: z
      .array(z.strictObject({ x: z.number(), y: z.number(), radius: z.number() }))
      .min(1)
      .max(LIMITS.targets.max),
  }),
]);

const acceptSchema = z.union([responseSchema, z.string().max(unitsFor(LIMITS.acceptedText)), z.number()]);

export const regradeChangeSchema = z
  .strictObject({
    questionIndex: z.int().min(0).max(LIMITS.questions.max),
    void: z
      .boolean()
      .optional()
      .describe("True: nobody's answer counts. False: a skipped question counts after all."),
    accept: z
      .union([acceptSchema, z.array(acceptSchema).min(1).max(LIMITS.accepted.max)])
      .optional()
      .describe(
        "What is right besides the key: answers as players send them. A text alone is `{text}`, a number alone `{number}`, or `{choice}` where options are chosen.",
      ),
    key: givenKeySchema.optional().describe("In place of the key: as a reveal and the results tell it."),
    points: z.literal([0, 1, 2]).optional(),
  })
  .refine(({ questionIndex: _, ...change }) => Object.values(change).some((value) => value !== undefined), {
    error: "Say what changes: void, accept, key or points.",
  });

export type RegradeChange = z.output<typeof regradeChangeSchema>;

const byWhomSchema = z.object({ accountId: z.string(), name: z.string() });

export const regradeSchema = z.object({
  id: z.string(),
  atMs: instant,
  by: byWhomSchema,
  reason: z.string(),
  changes: z.array(regradeChangeSchema),
  profile: z
    .enum(profileNames)
    .nullable()
    .describe("The scoring profile it changed to; null where it did not."),
  undone: z.object({ atMs: instant, by: byWhomSchema }).nullable(),
});

/** As it is told. */
export type RegradeReply = z.output<typeof regradeSchema>;

/** As it is stored. */
export interface Regrade extends RegradeReply {
  sessionId: string;
  /** The changed parts as they were before. */
  was: {
    profile: ProfileName;
    questions: { index: number; question: FrozenQuestion; voided: boolean }[];
  };
}

export interface Judgement {
  quiz: FrozenQuiz;
  voided: readonly number[];
  profile: ProfileName;
}

export type JudgedChanges = { ok: true; judgement: Judgement } | { ok: false; problem: string };

export function judgementOf({ quiz, voided, settings }: Session): Judgement {
  return { quiz, voided, profile: settings.profile };
}

/** The session as it counts by this judgement, one version higher. */
export function judgedBy(session: Session, { quiz, voided, profile }: Judgement): Session {
  return {
    ...session,
    quiz,
    voided: [...voided],
    settings: { ...session.settings, profile },
    version: session.version + 1,
    regradings: (session.regradings ?? 0) + 1,
  };
}

/** Applies the changes to a judgement. The problem is a sentence for the host. */
export function changed(
  before: Judgement,
  { changes, profile }: Pick<Regrade, "changes" | "profile">,
): JudgedChanges {
  let { quiz, voided } = before;
  for (const { questionIndex: index, ...change } of changes) {
    const question = quiz.questions[index];
    if (!question) return problem(index, "There is no such question.");
    const next = changedQuestion(question, change);
    if (!next.ok) return problem(index, next.problem);
    quiz = { ...quiz, questions: quiz.questions.with(index, next.question) };
    if (change.void === true) voided = [...new Set([...voided, index])].sort((a, b) => a - b);
    if (change.void === false) voided = voided.filter((each) => each !== index);
  }
  return { ok: true, judgement: { quiz, voided, profile: profile ?? before.profile } };
}

/**
 * The judgement after these regrades of the session, those undone left out. What the first of them found is what the
 * session was opened with, since a question that was skipped is not regraded before it is over.
 */
export function judgedAfter(session: Session, regrades: readonly Regrade[]): JudgedChanges {
  const first = new Map<number, Regrade["was"]["questions"][number]>();
  for (const { was } of regrades)
    for (const each of was.questions) if (!first.has(each.index)) first.set(each.index, each);
  const profile = regrades.find((each) => each.profile !== null)?.was.profile ?? session.settings.profile;
  const questions = session.quiz.questions.map((question, index) => first.get(index)?.question ?? question);
  const voided = session.quiz.questions.flatMap((_, index) =>
    (first.get(index)?.voided ?? session.voided.includes(index)) ? [index] : [],
  );
  let judged: JudgedChanges = {
    ok: true,
    judgement: { quiz: { ...session.quiz, questions }, voided, profile },
  };
  for (const regrade of regrades) {
    if (!judged.ok) return judged;
    if (regrade.undone === null) judged = changed(judged.judgement, regrade);
  }
  return judged;
}

/** The parts that a regrade is about to change, as they are now. */
export function wasOf(session: Session, changes: readonly RegradeChange[]): Regrade["was"] {
  const indexes = [...new Set(changes.map(({ questionIndex }) => questionIndex))];
  return {
    profile: session.settings.profile,
    questions: indexes.flatMap((index) => {
      const question = session.quiz.questions[index];
      return question ? [{ index, question, voided: session.voided.includes(index) }] : [];
    }),
  };
}

function changedQuestion(question: FrozenQuestion, change: Omit<RegradeChange, "questionIndex">): Changed {
  const kind = kindOf(question);
  if (kind.asks === false) return { ok: false, problem: "This is a slide: nothing was asked." };
  let next: Changed = { ok: true, question };
  if (change.key) next = withKey(question, change.key);
  for (const response of acceptedOf(question, change.accept))
    if (next.ok) next = alsoAccepting(next.question, response);
  if (!next.ok || change.points === undefined) return next;
  if (!kind.scored)
    return { ok: false, problem: "This question has no right answer, so it earns no points." };
  return { ok: true, question: { ...next.question, points: change.points } as FrozenQuestion };
}

function acceptedOf(question: FrozenQuestion, accept: RegradeChange["accept"]): Response[] {
  if (accept === undefined) return [];
  return [accept].flat().map((each) => {
    if (typeof each === "string") return { text: each };
    if (typeof each !== "number") return each;
    return question.kind === "number" || question.kind === "slider" ? { number: each } : { choice: each };
  });
}

function problem(index: number, sentence: string): { ok: false; problem: string } {
  return { ok: false, problem: `Question ${index + 1}: ${sentence}` };
}
