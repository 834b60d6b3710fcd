"use client";

import { Captions, Trash2 } from "lucide-react";
import { useContext, useMemo, useRef } from "react";
import { QuizLanguage } from "#components/rich-text/quiz-language.ts";
import { Button } from "#components/ui/buttons/button.tsx";
import { HintButton } from "#components/ui/buttons/hint-button.tsx";
import { Combobox } from "#components/ui/fields/combobox.tsx";
import { FileInput } from "#components/ui/fields/file-input.tsx";
import { ProblemLine } from "#components/ui/fields/problem-line.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { useUpload } from "#components/upload/use-upload.ts";
import type { CaptionsInput } from "#lib/quiz/media/media-fields.ts";
import { CAPTIONS_MAX } from "#lib/quiz/media/media-fields.ts";
import { useProblem } from "../field-problems.tsx";
import { quizLanguages } from "../quiz-languages.ts";
import { srtToVtt } from "./srt-to-vtt.ts";

type CaptionsFieldProps = {
  captions: readonly CaptionsInput[];
  onChange: (captions: CaptionsInput[] | undefined) => void;
};

/** The captions of a film: a file for each language. */
export function CaptionsField({ captions, onChange }: CaptionsFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const quizLanguage = useContext(QuizLanguage);
  const { busy, problem, upload } = useUpload((id) =>
    onChange([...captions, { id, language: freeLanguage(captions, quizLanguage) }]),
  );

  async function add(file: File | undefined) {
    if (file) void upload(new File([srtToVtt(await file.text())], file.name, { type: "text/vtt" }));
  }

  return (
    <section aria-label="Captions" className="grid gap-2">
      <p className="font-semibold text-sm">Captions</p>
      {captions.map((each, place) => (
        <Row
          key={each.id}
          place={place}
          caption={each}
          onLanguage={(language) => onChange(captions.with(place, { ...each, language }))}
          onRemove={() => {
            const left = captions.toSpliced(place, 1);
            onChange(left.length > 0 ? left : undefined);
          }}
        />
      ))}
      {captions.length < CAPTIONS_MAX && (
        <div className="flex flex-wrap items-center gap-x-3">
          <Button variant="ghost" disabled={busy} onClick={() => input.current?.click()}>
            {busy ? (
              <Spinner label="Saving the captions" />
            ) : (
              <Captions aria-hidden="true" className="size-5" />
            )}
            <span>{captions.length === 0 ? "Add captions" : "Add another language"}</span>
          </Button>
          <span className="px-1 text-ink-muted text-sm">a .vtt or .srt file</span>
        </div>
      )}
      <FileInput
        ref={input}
        label="File of captions"
        accept=".vtt,.srt,text/vtt"
        onFile={(file) => void add(file)}
      />
      <ProblemLine>{problem}</ProblemLine>
    </section>
  );
}

type RowProps = {
  place: number;
  caption: CaptionsInput;
  onLanguage: (language: string) => void;
  onRemove: () => void;
};

function Row({ place, caption: { language }, onLanguage, onRemove }: RowProps) {
  const languages = useMemo(() => quizLanguages(language), [language]);
  return (
    <div className="flex items-start gap-2">
      <Combobox
        label={`Language of captions ${place + 1}`}
        hideLabel
        choices={languages}
        value={language}
        onChange={onLanguage}
        error={useProblem(`media.captions[${place}].language`)}
        showAll="All languages"
        empty="No such language."
        className="min-w-0 flex-1"
      />
      <HintButton aria-label={`Remove captions ${place + 1}`} onClick={onRemove}>
        <Trash2 aria-hidden="true" />
      </HintButton>
    </div>
  );
}

/** The first file is most likely in the language of the quiz, the next in another. */
function freeLanguage(captions: readonly CaptionsInput[], quizLanguage = "en"): string {
  const taken = captions.map(({ language }) => language);
  return (
    [quizLanguage, "en", "es", "fr", "de", "vi", "ar", "pt", "zh-Hans"].find((tag) => !taken.includes(tag)) ??
    "en"
  );
}
