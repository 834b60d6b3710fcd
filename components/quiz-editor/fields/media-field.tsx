"use client";

import { ImagePlus, Trash2 } from "lucide-react";
import { type DragEvent, useId, useRef, useState } from "react";
import { mediaUrl } from "#components/media/media-url.ts";
import { Button } from "#components/ui/buttons/button.tsx";
import { HintButton } from "#components/ui/buttons/hint-button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { FileInput } from "#components/ui/fields/file-input.tsx";
import { ProblemLine } from "#components/ui/fields/problem-line.tsx";
import { Switch } from "#components/ui/fields/switch.tsx";
import { TextArea } from "#components/ui/fields/text-area.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { Picture } from "#components/ui/picture.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { ANY_MEDIA, mediaFile, PICTURES, PICTURES_ONLY } from "#components/upload/upload-media.ts";
import { useUpload } from "#components/upload/use-upload.ts";
import { type MediaInput, TRANSCRIPT_MAX } from "#lib/quiz/media/media-fields.ts";
import { mediaFacts } from "#lib/quiz/media/media-id.ts";
import { useProblem } from "../field-problems.tsx";
import { CaptionsField } from "./captions-field.tsx";

type MediaFieldProps = {
  media: MediaInput | undefined;
  onChange: (media: MediaInput | undefined) => void;
  /** Only pictures, for kinds that need one. */
  picturesOnly?: boolean;
};

/** The question's picture, sound or film: dropped, pasted or chosen, and described. */
export function MediaField({ media, onChange, picturesOnly = false }: MediaFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const alt = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const labelId = useId();
  const pattern = picturesOnly ? PICTURES : ANY_MEDIA;
  const problem = useProblem("media");
  const {
    busy,
    problem: refusal,
    upload,
  } = useUpload(
    (id) => {
      onChange({ id, alt: media?.alt });
      requestAnimationFrame(() => alt.current?.focus());
    },
    picturesOnly ? PICTURES_ONLY : undefined,
  );

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void upload(mediaFile(event.dataTransfer.files, pattern));
  }

  return (
    <section
      aria-labelledby={labelId}
      data-path="media"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      onPaste={(event) => void upload(mediaFile(event.clipboardData.files, pattern))}
      className="grid gap-2"
    >
      <h2 id={labelId} className={media || picturesOnly ? "font-semibold text-sm" : "sr-only"}>
        {picturesOnly ? "Picture" : "Picture, sound or film"}
      </h2>
      {media ? (
        <Shown media={media} onChange={onChange} altField={alt} small={picturesOnly} />
      ) : (
        <div
          className={classNames(
            "flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border-[1.5px] border-dashed px-2 py-1.5 transition-colors",
            over ? "border-focus bg-accent-soft" : "border-line-strong",
          )}
        >
          <Button variant="ghost" disabled={busy} onClick={() => input.current?.click()}>
            {busy ? <Spinner label="Saving the file" /> : <ImagePlus aria-hidden="true" className="size-5" />}
            <span>{picturesOnly ? "Add a picture" : "Add a picture, sound or film"}</span>
          </Button>
          <span className="px-1 text-ink-muted text-sm max-sm:hidden">or drop or paste it here</span>
        </div>
      )}
      <FileInput
        ref={input}
        label="File"
        accept={picturesOnly ? "image/*" : "image/*,audio/*,video/*"}
        onFile={(file) => void upload(file)}
      />
      <ProblemLine>{refusal ?? problem}</ProblemLine>
    </section>
  );
}

type ShownProps = Pick<MediaFieldProps, "onChange"> & {
  media: MediaInput;
  altField: React.RefObject<HTMLInputElement | null>;
  /** The picture is seen elsewhere. */
  small: boolean;
};

function Shown({ media, onChange, altField, small }: ShownProps) {
  const facts = mediaFacts(media.id);
  const type = facts?.type ?? "image";
  const altProblem = useProblem("media.alt");
  const transcriptProblem = useProblem("media.transcript");
  return (
    <div className="grid gap-3 rounded-lg border-[1.5px] border-line bg-surface-raised p-3">
      <div className="flex items-start gap-3">
        <div className="grid min-w-0 flex-1 justify-items-center">
          {type === "image" && (
            <Picture
              src={mediaUrl(media.id)}
              alt={media.alt ?? ""}
              width={facts?.width ?? 4}
              height={facts?.height ?? 3}
              className={`w-auto rounded-md ${small ? "max-h-20" : "max-h-56"}`}
            />
          )}
          {type === "audio" && (
            // biome-ignore lint/a11y/useMediaCaption: its description is beside it
            <audio src={mediaUrl(media.id)} controls preload="metadata" className="w-full" />
          )}
          {type === "video" && (
            // biome-ignore lint/a11y/useMediaCaption: as many as there are
            <video
              key={media.captions?.map(({ id, language }) => id + language).join()}
              src={mediaUrl(media.id)}
              controls
              preload="metadata"
              className="max-h-56 w-full rounded-md"
            >
              {media.captions?.map(({ id, language }, place) => (
                <track
                  key={id}
                  kind="captions"
                  src={mediaUrl(id)}
                  srcLang={language}
                  label={language}
                  default={place === 0}
                />
              ))}
            </video>
          )}
        </div>
        <HintButton aria-label={`Remove the ${WORD[type]}`} onClick={() => onChange(undefined)}>
          <Trash2 aria-hidden="true" />
        </HintButton>
      </div>
      <TextField
        ref={altField}
        label={type === "image" ? "What the picture shows" : "What can be heard or seen"}
        hint={
          type === "image"
            ? "For people who cannot see it. Do not give the answer away."
            : "Optional. Players read it on their phones."
        }
        data-path="media.alt"
        value={media.alt ?? ""}
        error={altProblem}
        onChange={(event) => onChange({ ...media, alt: event.target.value || undefined })}
      />
      {type === "video" && (
        <CaptionsField
          captions={media.captions ?? []}
          onChange={(captions) => onChange({ ...media, captions })}
        />
      )}
      {type !== "image" && (
        <TextArea
          label="Transcript"
          hint="Optional. For people who cannot hear it. Anyone can open it on the phone, so do not give the answer away."
          rows={2}
          maxLength={TRANSCRIPT_MAX}
          data-path="media.transcript"
          value={media.transcript ?? ""}
          error={transcriptProblem}
          onChange={(event) => onChange({ ...media, transcript: event.target.value || undefined })}
        />
      )}
      {type !== "image" && (
        <Switch
          label="On phones too"
          hint="Otherwise it plays only on the big screen."
          checked={media.onPhones === true}
          onChange={(event) => onChange({ ...media, onPhones: event.target.checked || undefined })}
        />
      )}
    </div>
  );
}

const WORD = { image: "picture", audio: "sound", video: "film", captions: "file" } as const;
