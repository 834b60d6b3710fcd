import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { Badge } from "#components/ui/badge.tsx";
import type { NamedDraft } from "#lib/quiz/drafts/merge-drafts.ts";
import { compareVersions, type QuestionChange } from "#lib/quiz/versions/compare-versions.ts";
import { differences, inWords } from "../saving/differences.ts";
import { Side } from "../saving/side.tsx";

type VersionChangesProps = { before: NamedDraft; after: NamedDraft };

/** The changes since a version, question by question. */
export function VersionChanges({ before, after }: VersionChangesProps) {
  const { whole, questions, reordered } = compareVersions(before, after);
  if (whole.length + questions.length === 0 && !reordered)
    return <p className="text-ink-muted">Nothing has changed since.</p>;
  return (
    <div className="grid gap-5">
      <p className="text-ink-muted text-sm">{`Changed since then: ${counted(questions)}.`}</p>
      {whole.map(({ about, before: then, after: now }) => (
        <section key={about} className="grid gap-1.5">
          <h3 className="font-semibold">{WHOLE[about]}</h3>
          <Sides then={[then || "Nothing"]} now={[now || "Nothing"]} />
        </section>
      ))}
      {reordered && <p className="font-semibold">The questions are in a different order.</p>}
      {questions.map((each) => (
        <Question key={each.id} change={each} />
      ))}
    </div>
  );
}

const WHOLE = { title: "Title", description: "Description", language: "Language" };
const BADGES = { added: "New", removed: "Deleted", changed: "Changed" };

function counted(questions: readonly QuestionChange[]): string {
  if (questions.length === 0) return "no question";
  return questions.length === 1 ? "1 question" : `${questions.length} questions`;
}

function Question({ change }: { change: QuestionChange }) {
  const { prompt, plainText } = change.change === "removed" ? change.before : change.after;
  return (
    <section className="grid gap-1.5">
      <h3 className="flex flex-wrap items-baseline gap-2">
        <span className="font-semibold">{`${change.place + 1}. ${withoutMarks(prompt, plainText).trim() || "No question yet"}`}</span>
        <Badge>{BADGES[change.change]}</Badge>
      </h3>
      {change.change === "changed" ? (
        differences(change.before, change.after).map(({ label, mine, theirs }) => (
          <div key={label} className="grid gap-1">
            <h4 className="font-semibold text-ink-muted text-sm">{label}</h4>
            <Sides then={mine} now={theirs} />
          </div>
        ))
      ) : (
        <p className="text-ink-muted text-sm">
          {inWords(change.change === "removed" ? change.before : change.after)
            .filter(({ label }) => label !== "Question")
            .map(({ label, lines }) => `${label}: ${lines.join(" · ")}`)
            .join(". ")}
        </p>
      )}
    </section>
  );
}

function Sides({ then, now }: { then: readonly string[]; now: readonly string[] }) {
  return (
    <div className="grid gap-2 rounded-lg bg-surface-sunken p-2 sm:grid-cols-2">
      <Side name="Then" lines={then} />
      <Side name="Now" lines={now} />
    </div>
  );
}
