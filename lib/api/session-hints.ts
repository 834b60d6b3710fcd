import type { Runtime } from "../runtime/runtime.ts";
import type { StoredAnswer } from "../session/answer-store.ts";
import { type HelperHint, helperHints } from "../session/reports/helper-names.ts";
import type { Session } from "../session/session.ts";

/** What a host may want to look at before prizes are handed out; from the stored answers. */
export async function sessionHints(
  runtime: Pick<Runtime, "players">,
  session: Session,
  answers: readonly StoredAnswer[],
): Promise<HelperHint[]> {
  const networks = await runtime.players.networks(session.id);
  const told = answers.flatMap(({ questionIndex, playerId, response, correct, receivedAtMs }) =>
    correct === null
      ? []
      : [{ questionIndex, playerId, response: JSON.stringify(response), right: correct, receivedAtMs }],
  );
  return helperHints(told, networks, (index) => optionsOf(session, index));
}

function optionsOf({ quiz }: Session, index: number): number | null {
  const question = quiz.questions[index];
  if (question?.kind === "truefalse") return 2;
  return question?.kind === "single" ? question.options.length : null;
}
