import { seededRandom, seedOf, shuffled } from "../kernel/random.ts";

/** All that the order depends on: it is the same on every device of the player, after a reload, and on every node. */
export interface OptionsShown {
  sessionId: string;
  playerId: string;
  question: { index: number; kind: string; options: readonly unknown[] };
}

/**
 * The order in which one player sees the options of a question, by their authored indexes. What travels is always the
 * authored index, so answers, keys and bars know nothing of it. True and false stay where they are, and so do items that a
 * session has shuffled for everybody.
 */
export function optionOrder({ sessionId, playerId, question }: OptionsShown): number[] {
  const authored = [...question.options.keys()];
  if (!SHUFFLED.includes(question.kind)) return authored;
  return shuffled(authored, seededRandom(seedOf(`${sessionId} ${playerId} ${question.index}`)));
}

const SHUFFLED: readonly string[] = ["single", "multiple", "poll"];
