import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The id Next gave to the action that takes answers, in the current build; a page's scripts carry the same. */
export function answerActionId(): string {
  const path = join(import.meta.dirname, "../../.next/server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(path, "utf8")) as {
    node: Record<string, { exportedName?: string }>;
  };
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === "submitAnswerAction");
  if (!found) throw new Error("the build has no action named submitAnswerAction");
  return found[0];
}
