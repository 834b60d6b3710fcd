import { tableHeader } from "./table-columns.ts";

/** What a host fills in: the columns, and an example of each kind of question a table can hold. */
export const tableTemplate: readonly (readonly string[])[] = [
  tableHeader,
  example({
    kind: "single",
    prompt: "What is the capital of France?",
    options: ["Paris", "Lyon", "Nice"],
    correct: "1",
  }),
  example({
    kind: "multiple",
    prompt: "Which are prime numbers?",
    options: ["2", "4", "5", "9"],
    correct: "1,3",
    explanation: "4 is 2 × 2, 9 is 3 × 3.",
  }),
  example({ kind: "truefalse", prompt: "The Nile flows north.", correct: "true", timeLimit: "10" }),
  example({ kind: "text", prompt: "Who wrote “Faust”?", options: ["Goethe", "Johann Wolfgang von Goethe"] }),
  example({
    kind: "number",
    prompt: "How high is Mount Everest?",
    correct: "8849",
    tolerance: "50",
    unit: "m",
  }),
  example({
    kind: "order",
    prompt: "From the oldest to the newest",
    options: ["Wheel", "Printing press", "Telephone"],
  }),
  example({ kind: "match", prompt: "Countries and capitals", options: ["Peru -> Lima", "Kenya -> Nairobi"] }),
  example({ kind: "poll", prompt: "How was it?", options: ["Great", "All right", "Too fast"] }),
  example({ kind: "wordcloud", prompt: "What comes to your mind?", options: ["3"] }),
  example({ kind: "rating", prompt: "How sure are you?", options: ["5", "not at all", "very"] }),
  example({ kind: "slide", prompt: "Half time", text: "The second half is about rivers." }),
];

interface Example {
  kind: string;
  prompt: string;
  options?: string[];
  correct?: string;
  timeLimit?: string;
  explanation?: string;
  tolerance?: string;
  unit?: string;
  text?: string;
}

function example({ options = [], timeLimit = "20", ...cells }: Example): string[] {
  const scored = !["poll", "wordcloud", "rating", "slide"].includes(cells.kind);
  return [
    ...[cells.kind, cells.prompt],
    ...Array.from({ length: 6 }, (_, at) => options[at] ?? ""),
    ...[cells.correct ?? "", timeLimit, scored ? "1" : "", cells.explanation ?? ""],
    ...[cells.tolerance ?? "", cells.unit ?? "", cells.text ?? ""],
  ];
}
