import type { Found, FoundQuiz } from "../found.ts";
import { hasMarkSigns } from "../found-text.ts";
import type { Source } from "../source/source.ts";
import { refuseMany } from "../unreadable.ts";
import { markRight } from "./right-options.ts";

/** Aiken (docs.moodle.org, "Aiken format"): a question, options `A.` or `B)` on lines of their own, then `ANSWER: B`. */
export function isAiken({ text }: Source): boolean {
  return (
    text !== null && /^[ \t]*ANSWER[ \t]*:[ \t]*[A-Z]\b/m.test(text) && /^[ \t]*A[.)][ \t]+\S/m.test(text)
  );
}

export function readAiken({ text }: Source): FoundQuiz[] {
  const found: Found[] = [];
  let open: Open | null = null;
  for (const [at, raw] of (text ?? "").split("\n").entries()) {
    const line = raw.trim();
    if (line === "") continue;
    refuseMany(found.length);
    const answer = /^ANSWER\s*:(.*)$/i.exec(line);
    const option = /^([A-Z])[.)]\s+(.*)$/.exec(line);
    if (answer) {
      found.push(foundOf(open ?? { row: at + 1, prompt: [], options: [] }, (answer[1] ?? "").trim()));
      open = null;
    } else if (option && open && isNext(option[1], open)) {
      open.options.push(option[2] ?? "");
    } else if (open && open.options.length > 0) {
      // A new question before the answer of the last one.
      found.push(foundOf(open, ""));
      open = { row: at + 1, prompt: [line], options: [] };
    } else {
      open ??= { row: at + 1, prompt: [], options: [] };
      open.prompt.push(line);
    }
  }
  if (open) found.push(foundOf(open, ""));
  return [{ title: "", found }];
}

interface Open {
  row: number;
  prompt: string[];
  options: string[];
}

/** "A. Lincoln was …" may begin a question, so options come in their order. */
function isNext(letter: string | undefined, { prompt, options }: Open): boolean {
  return prompt.length > 0 && letter === String.fromCharCode(65 + options.length);
}

function foundOf({ row, prompt, options: texts }: Open, answer: string): Found {
  const text = prompt.join("\n");
  const { options, changes, refusal } = markRight(texts, answer);
  const right = options.filter(({ correct }) => correct).length;
  return {
    row,
    given: [text, ...texts, `ANSWER: ${answer}`].join(" · "),
    changes,
    ...(refusal ? { refusal: answer === "" ? "The line “ANSWER:” is missing." : refusal } : {}),
    question: {
      kind: right > 1 ? "multiple" : "single",
      prompt: text,
      options,
      plainText: hasMarkSigns(text, ...texts),
    },
  };
}
