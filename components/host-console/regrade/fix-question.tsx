"use client";

import { Wrench } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { ProblemLine } from "#components/ui/fields/problem-line.tsx";
import { RadioCards } from "#components/ui/fields/radio-cards.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { FrozenQuestion } from "#lib/quiz/freeze.ts";
import { kindOf } from "#lib/quiz/kinds/registry.ts";
import { type AnswerDraft, blankDraft, draftOf, keyOf, responseOf } from "./answer-draft.ts";
import { AnswerFields } from "./answer-fields.tsx";
import { MovedList } from "./moved-list.tsx";
import { type AskedChange, type RegradeOutcome, regrade } from "./regrade-api.ts";

type FixQuestionProps = {
  sessionId: string;
  index: number;
  /** As the session counts it now. */
  question: FrozenQuestion;
  voided: boolean;
  /** In a list of questions each says which it is. */
  label?: string;
};

/** Changes what counts in a question that is over: previewed first, then applied. */
export function FixQuestion({ label = "Fix this question", ...props }: FixQuestionProps) {
  const [open, setOpen] = useState(false);
  if (kindOf(props.question).asks === false) return null;
  return (
    <>
      <Button variant="ghost" className="justify-self-start" onClick={() => setOpen(true)}>
        <Wrench aria-hidden="true" className="size-4.5" />
        <span>{label}</span>
      </Button>
      {open && <FixDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

type How = "void" | "accept" | "key" | "points";

function FixDialog({ onClose, ...props }: Omit<FixQuestionProps, "label"> & { onClose(): void }) {
  const { sessionId, index, question, voided } = props;
  const { scored } = kindOf(question);
  const [how, setHow] = useState<How>(scored && !voided ? "accept" : "void");
  const [answer, setAnswer] = useState(() => blankDraft(question));
  const [key, setKey] = useState(() => draftOf(question));
  const [points, setPoints] = useState<"0" | "1" | "2">(`${question.points as 0 | 1 | 2}`);
  const [reason, setReason] = useState("");
  const [preview, setPreview] = useState<{ of: string; outcome: RegradeOutcome } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [working, startWorking] = useTransition();
  const { refresh } = useRouter();
  const toast = useToast();

  // On a phone it stands below the fields, which fill the dialog.
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (preview || problem !== null) told.current?.scrollIntoView({ block: "nearest" });
  }, [preview, problem]);

  const change = changeOf({ ...props, how, answer, key, points: Number(points) });
  const asked = JSON.stringify(change);
  const previewed = preview?.of === asked ? preview.outcome : null;

  const work = (doing: () => Promise<void>) =>
    startWorking(async () => {
      setProblem(null);
      try {
        await doing();
      } catch (error) {
        setPreview(null);
        setProblem(error instanceof Error ? error.message : String(error));
      }
    });
  const look = () =>
    work(async () => {
      if (!change) return setProblem("Say which answer it is.");
      const outcome = await regrade(sessionId, { changes: [change], reason, preview: true });
      setPreview({ of: asked, outcome });
    });
  const apply = () =>
    work(async () => {
      if (!change || !previewed) return;
      if (reason.trim() === "") return setProblem("Say why: the reason is kept with the results.");
      await regrade(sessionId, { changes: [change], reason, expectedVersion: previewed.version });
      toast(`Question ${index + 1} counts as you said. You can undo it in the results.`);
      onClose();
      refresh();
    });

  return (
    <Dialog
      open
      onClose={onClose}
      title={`Fix question ${index + 1}`}
      description="Every score is recalculated from the stored answers. You see who moves before anything changes."
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          {previewed ? (
            <Button loading={working} onClick={apply}>
              Apply
            </Button>
          ) : (
            <Button loading={working} onClick={look}>
              Preview
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-5">
        <RadioCards<How>
          legend="What should change?"
          hideLegend
          name="how"
          value={how}
          onChange={setHow}
          choices={waysFor(question, voided)}
        />
        {how === "accept" && (
          <AnswerFields question={question} as="answer" draft={answer} onChange={setAnswer} />
        )}
        {how === "key" && <AnswerFields question={question} as="key" draft={key} onChange={setKey} />}
        {how === "points" && (
          <RadioCards
            legend="Points"
            name="points"
            look="segmented"
            value={points}
            onChange={setPoints}
            choices={[
              { value: "0", label: "None" },
              { value: "1", label: "Normal" },
              { value: "2", label: "Double" },
            ]}
          />
        )}
        <TextField
          label="Why"
          hint="Kept with the results. Players do not see it."
          maxLength={300}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div ref={told} aria-live="polite" className="grid scroll-mb-4 gap-3 empty:hidden">
          {problem !== null && <ProblemLine>{problem}</ProblemLine>}
          {previewed && <MovedList outcome={previewed} />}
        </div>
      </div>
    </Dialog>
  );
}

function waysFor(question: FrozenQuestion, voided: boolean) {
  const { scored } = kindOf(question);
  const closest = question.kind === "number" && question.closest;
  return [
    ...(scored && !closest
      ? [
          {
            value: "accept" as const,
            label: "Accept another answer",
            hint: "Also right, in addition to the current answer.",
          },
        ]
      : []),
    ...(scored
      ? [
          { value: "key" as const, label: "Change the right answer", hint: "Instead of the current answer." },
          { value: "points" as const, label: "Change its points", hint: "None, normal or double." },
        ]
      : []),
    voided
      ? { value: "void" as const, label: "Let it count", hint: "It was skipped or voided." }
      : { value: "void" as const, label: "Void it", hint: "As if it had never been asked." },
  ];
}

type Chosen = Pick<FixQuestionProps, "index" | "question" | "voided"> & {
  how: How;
  answer: AnswerDraft;
  key: AnswerDraft;
  points: number;
};

/** Null while something is missing. */
function changeOf({ index: questionIndex, question, voided, how, ...chosen }: Chosen): AskedChange | null {
  if (how === "void") return { questionIndex, void: !voided };
  if (how === "points") return { questionIndex, points: chosen.points };
  if (how === "accept") {
    const accept = responseOf(question, chosen.answer);
    return accept && { questionIndex, accept };
  }
  const key = keyOf(question, chosen.key);
  return key && { questionIndex, key };
}
