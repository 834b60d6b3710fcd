"use client";

import { ArrowLeft, FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useReducer, useRef, useState } from "react";
import { counted } from "#components/host-console/phase-words.ts";
import { Button } from "#components/ui/buttons/button.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { FormatName } from "#lib/interchange/format-names.ts";
import type { ReadImport } from "#lib/interchange/read/shapes.ts";
import type { Failure } from "../failure.ts";
import { FailureNote } from "../failure-note.tsx";
import { type Chosen, type ChosenFile, chosenFile, chosenText } from "./chosen-file.ts";
import { readSource, storeQuizzes } from "./import-calls.ts";
import {
  changeReview,
  countRows,
  isWorkedOn,
  quizzesToMake,
  type Review,
  type ReviewChange,
  reviewOf,
} from "./review.ts";
import { ReviewStep } from "./review-step.tsx";
import { SourceStep } from "./source-step.tsx";
import { useDrop } from "./use-drop.ts";

/** The review, with its source: choosing another format reads the source again. */
interface Desk {
  source: ChosenFile;
  found: Pick<ReadImport, "format" | "encoding">;
  review: Review;
}

type DeskChange = { change: "read"; desk: Desk } | { change: "clear" } | ReviewChange;

/**
 * From a file or a text to quizzes: it is read by the server, which stores nothing; looked through and mended here; and
 * made by one press. Whatever fails leaves everything where it was and says so where it was asked for.
 */
export function QuizImport({ language }: { language: string }) {
  const [desk, change] = useReducer(changeDesk, null);
  const [text, setText] = useState("");
  const [reading, setReading] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<{ of: "reading" | "making"; why: Failure } | null>(null);
  /** The step that would discard mended rows; it is confirmed first. */
  const [asked, setAsked] = useState<{ words: string; go: () => void } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const latest = useRef(0);
  const router = useRouter();
  const toast = useToast();
  const workedOn = desk !== null && isWorkedOn(desk.review);
  useLeaveGuard(workedOn && !making);

  const failed = (of: "reading" | "making", why: Failure) => setFailure({ of, why });

  async function read(source: ChosenFile, format: FormatName | "auto") {
    const turn = ++latest.current;
    setFailure(null);
    setReading(source.pasted ? "the text" : source.name);
    const reply = await readSource(source, format);
    // Something else was chosen meanwhile.
    if (turn !== latest.current) return;
    setReading(null);
    if (!reply.ok) return failed("reading", reply.failure);
    const { quizzes, ...found } = reply.found;
    change({ change: "read", desk: { source, found, review: reviewOf(quizzes, language) } });
    scrollTo({ top: 0 });
    requestAnimationFrame(() => heading.current?.focus());
  }

  function choose(chosen: Chosen) {
    if (chosen.ok) void read(chosen.source, "auto");
    else failed("reading", { message: chosen.message });
  }

  async function chooseFile(file: File | string | undefined) {
    if (file === undefined || making) return;
    if (typeof file === "string") return failed("reading", { message: file });
    const chosen = await chosenFile(file);
    if (chosen.ok) keepingWork(`Read “${file.name}” instead?`, () => choose(chosen));
    else choose(chosen);
  }

  function choosePasted(pasted: string) {
    if (desk !== null || pasted.trim() === "") return;
    setText(pasted);
    choose(chosenText(pasted));
  }

  function keepingWork(words: string, go: () => void) {
    if (workedOn) setAsked({ words, go });
    else go();
  }

  function startOver() {
    latest.current++;
    setReading(null);
    setFailure(null);
    change({ change: "clear" });
    requestAnimationFrame(() => heading.current?.focus());
  }

  async function make() {
    if (!desk) return;
    const quizzes = quizzesToMake(desk.review);
    setMaking(true);
    setFailure(null);
    const why = await storeQuizzes(quizzes);
    if (why) {
      setMaking(false);
      return failed("making", why);
    }
    const [first] = quizzes;
    if (quizzes.length > 1) toast(`${quizzes.length} quizzes are imported.`, "success");
    router.push(quizzes.length === 1 && first ? `/host/quizzes/${first.id}` : "/host");
  }

  const over = useDrop((file) => void chooseFile(file), choosePasted);
  const toMake = desk ? quizzesToMake(desk.review) : [];
  const questions = toMake.reduce((sum, { quiz }) => sum + quiz.questions.length, 0);
  const failureOf = (of: "reading" | "making") => (failure?.of === of ? failure.why : null);

  return (
    <div className="flex min-h-dvh flex-col">
      <header className="sticky top-0 z-20 border-b bg-background/95 backdrop-blur-sm">
        <div className="safe-x mx-auto flex w-full max-w-6xl items-center gap-3 py-2.5">
          <button
            type="button"
            aria-label="Back to your quizzes"
            title="Back to your quizzes"
            onClick={() => keepingWork("Leave without importing?", () => router.push("/host"))}
            className="grid size-11 shrink-0 place-items-center rounded-md hover:bg-ink/8"
          >
            <ArrowLeft aria-hidden="true" className="size-5" />
          </button>
          <h1 ref={heading} tabIndex={-1} className="display text-2xl outline-none">
            {desk ? "Check the questions" : "Import questions"}
          </h1>
        </div>
      </header>
      <main className="safe-x mx-auto w-full max-w-6xl flex-1 py-6">
        {desk ? (
          <ReviewStep
            name={desk.source.name}
            found={desk.found}
            review={desk.review}
            failure={failureOf("reading")}
            reading={reading !== null}
            onChange={change}
            onFormat={(format) =>
              keepingWork("Read it again in another format?", () => void read(desk.source, format))
            }
            onOther={() => keepingWork("Choose something else?", startOver)}
          />
        ) : (
          <SourceStep
            reading={reading}
            failure={failureOf("reading")}
            text={text}
            onText={setText}
            onFile={(file) => void chooseFile(file)}
            onRead={() => choose(chosenText(text))}
          />
        )}
      </main>
      {desk && (
        <footer className="sticky bottom-0 z-20 border-t bg-background/95 backdrop-blur-sm">
          <div className="safe-x mx-auto grid w-full max-w-6xl gap-3 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))]">
            <FailureNote failure={failureOf("making")} />
            <div className="flex flex-wrap items-center justify-end gap-x-5 gap-y-2">
              <p className="text-ink-muted text-sm sm:text-base">{staysOut(desk.review)}</p>
              <Button
                size="lg"
                loading={making}
                disabled={questions === 0}
                onClick={() => void make()}
                className="max-sm:w-full"
              >
                <span>{`Import ${counted(questions, "question")}`}</span>
              </Button>
            </div>
          </div>
        </footer>
      )}
      {over && <DropOverlay />}
      <ConfirmDialog
        open={asked !== null}
        title={asked?.words ?? ""}
        description="What you have fixed here would be lost."
        confirmLabel="Continue"
        cancelLabel="Stay here"
        tone="danger"
        onConfirm={() => {
          setAsked(null);
          asked?.go();
        }}
        onCancel={() => setAsked(null)}
      />
    </div>
  );
}

function changeDesk(desk: Desk | null, action: DeskChange): Desk | null {
  if (action.change === "read") return action.desk;
  if (action.change === "clear" || desk === null) return null;
  return { ...desk, review: changeReview(desk.review, action) };
}

function staysOut({ quizzes }: Review): string {
  const refused = quizzes
    .filter(({ taken }) => taken)
    .reduce((sum, quiz) => sum + countRows([quiz]).refused, 0);
  if (refused === 0) return "";
  return refused === 1
    ? "1 refused row stays out until it is mended."
    : `${refused} refused rows stay out until they are mended.`;
}

/** Closing the tab or reloading asks first while something here would be lost. */
function useLeaveGuard(guarded: boolean) {
  useEffect(() => {
    if (!guarded) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [guarded]);
}

function DropOverlay() {
  return (
    <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-scrim p-4 backdrop-blur-[2px]">
      <p className="display flex items-center gap-3 rounded-2xl border-3 border-accent border-dashed bg-surface-raised px-8 py-6 text-2xl shadow-float">
        <FileUp aria-hidden="true" className="size-8 text-accent-ink" />
        Drop the file to read it
      </p>
    </div>
  );
}
