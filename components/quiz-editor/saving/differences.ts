import { OPTION_LETTERS, optionLook } from "#components/ui/options/option-shapes.ts";
import { sameJson } from "#lib/kernel/same-json.ts";
import type { QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import type { MediaInput } from "#lib/quiz/media/media-fields.ts";
import { mediaFacts } from "#lib/quiz/media/media-id.ts";
import { kindLabel } from "../kinds.tsx";

export interface Difference {
  label: string;
  mine: string[];
  theirs: string[];
}

/** The differences between two versions of a question, in words: a line for each entry of a list. */
export function differences(mine: QuestionDraft, theirs: QuestionDraft): Difference[] {
  const [own, other] = [mine, theirs] as Record<string, unknown>[] as [Fields, Fields];
  return Object.keys(LABELS)
    .filter((field) => !sameJson(own[field], other[field]))
    .map((field) => ({
      label: LABELS[field] as string,
      mine: lines(field, own[field]),
      theirs: lines(field, other[field]),
    }));
}

/** A question in full, where there is nothing to compare it with. */
export function inWords(question: QuestionDraft): { label: string; lines: string[] }[] {
  const fields = question as unknown as Fields;
  return ["prompt", ...ANSWERS, "explanation", "media"]
    .filter((field) => fields[field] !== undefined)
    .map((field) => ({ label: LABELS[field] as string, lines: lines(field, fields[field]) }));
}

type Fields = Record<string, unknown>;

/** In the order of the form. */
const LABELS: Record<string, string> = {
  kind: "Kind",
  prompt: "Question",
  media: "Picture, sound or film",
  options: "Options",
  correct: "Right answer",
  accepted: "Accepted answers",
  typoTolerance: "Forgive typos",
  notAccepted: "Not accepted",
  tolerance: "Tolerance",
  closest: "Closest wins",
  unit: "Unit",
  min: "Lower end",
  max: "Upper end",
  step: "Step",
  margin: "Margin",
  partialCredit: "Part of the points",
  items: "Items in order",
  pairs: "Pairs",
  targets: "Right places",
  scale: "Scale",
  lowLabel: "Lowest means",
  highLabel: "Highest means",
  maxEntries: "Entries per player",
  moderation: "Shown",
  text: "Text",
  autoAdvance: "Continues automatically",
  explanation: "Explanation",
  notes: "Your notes",
  timeLimitMs: "Time to answer",
  points: "Points",
  showPick: "Say how many are right",
  plainText: "Plain text",
};
const ANSWERS = ["options", "correct", "accepted", "notAccepted", "items", "pairs", "scale", "text"];
const POINTS = ["None", "Normal", "Double"];
const NOTHING = "Nothing";

function lines(field: string, value: unknown): string[] {
  if (field === "plainText") return [value === true ? "On" : "Off"];
  if (value === undefined || value === "") return [NOTHING];
  if (Array.isArray(value)) {
    return value.length === 0 ? [NOTHING] : value.map((each, at) => entry(field, each as Fields, at));
  }
  if (typeof value === "boolean")
    return [field === "correct" ? (value ? "True" : "False") : value ? "On" : "Off"];
  switch (field) {
    case "kind":
      return [kindLabel(value as QuestionDraft["kind"])];
    case "media":
      return mediaLines(value as MediaInput);
    case "timeLimitMs":
      return [`${Number(value) / 1000} s`];
    case "points":
      return [POINTS[Number(value)] ?? String(value)];
    case "moderation":
      return [value === "filter" ? "Filtered" : "When you approve it"];
    case "scale":
      return [value === "nps" ? "Net Promoter Score" : `1 to ${value}`];
    default:
      return [String(value)];
  }
}

function entry(field: string, value: Fields | string, at: number): string {
  if (typeof value === "string") return field === "items" ? `${at + 1}. ${value}` : value;
  if (field === "pairs") return `${value.item} → ${value.group}`;
  if (field === "targets") return `${percent(value.x)} from the left, ${percent(value.y)} from the top`;
  const image = value.image as MediaInput | undefined;
  const words = [value.text, image && `picture: ${image.alt ?? ""}`].filter(Boolean).join(", ");
  return `${OPTION_LETTERS[optionLook(at)]} ${words || "empty"}${value.correct === true ? " ✓" : ""}`;
}

function mediaLines({ id, alt, captions, transcript, onPhones }: MediaInput): string[] {
  const type = { image: "Picture", audio: "Sound", video: "Film", captions: "File" };
  const more = [
    onPhones && "on phones, too",
    captions?.length && `captions: ${captions.map(({ language }) => language).join(", ")}`,
    transcript && `in words: ${transcript}`,
  ].filter((each) => typeof each === "string");
  return [`${type[mediaFacts(id)?.type ?? "captions"]}: ${alt || "not described"}`, ...more];
}

function percent(share: unknown): string {
  return `${Math.round(Number(share) * 100)}%`;
}
