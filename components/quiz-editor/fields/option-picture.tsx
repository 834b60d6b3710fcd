"use client";

import { ImagePlus, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { mediaUrl } from "#components/media/media-url.ts";
import { HintButton } from "#components/ui/buttons/hint-button.tsx";
import { FileInput } from "#components/ui/fields/file-input.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { Picture } from "#components/ui/picture.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { PICTURES_ONLY } from "#components/upload/upload-media.ts";
import { useUpload } from "#components/upload/use-upload.ts";
import type { ImageInput } from "#lib/quiz/media/media-fields.ts";
import { mediaFacts } from "#lib/quiz/media/media-id.ts";
import { useProblem } from "../field-problems.tsx";

type OptionPictureProps = {
  letter: string;
  path: string;
  image: ImageInput | undefined;
  onChange: (image: ImageInput | undefined) => void;
};

type OptionPictureButtonProps = Omit<OptionPictureProps, "path"> & {
  /** Why the last file was not taken; null once one was. */
  onProblem: (problem: string | null) => void;
};

/** Adds a picture to an option. */
export function OptionPictureButton({ letter, image, onChange, onProblem }: OptionPictureButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const { busy, problem, upload } = useUpload((id) => onChange({ id, alt: image?.alt ?? "" }), PICTURES_ONLY);
  useEffect(() => onProblem(problem), [problem, onProblem]);
  return (
    <>
      <HintButton
        aria-label={`${image ? "Change the picture of" : "Add a picture to"} option ${letter}`}
        disabled={busy}
        onClick={() => input.current?.click()}
        className="self-center"
      >
        {busy ? <Spinner label="Saving the picture" /> : <ImagePlus aria-hidden="true" />}
      </HintButton>
      <FileInput
        ref={input}
        label={`Picture of option ${letter}`}
        accept="image/*"
        onFile={(file) => void upload(file)}
      />
    </>
  );
}

/** The option's picture, with its description. */
export function OptionPicture({ letter, path, image, onChange }: OptionPictureProps) {
  const problem = useProblem(`${path}.alt`);
  if (!image) return null;
  const { width = 4, height = 3 } = mediaFacts(image.id) ?? {};
  return (
    <div className="flex items-center gap-3 pl-14">
      <Picture
        src={mediaUrl(image.id)}
        alt={image.alt}
        width={width}
        height={height}
        className="h-16 w-auto max-w-28 shrink-0 rounded-md text-xs"
      />
      <TextField
        label={`What the picture of option ${letter} shows`}
        hideLabel
        placeholder="What the picture shows"
        data-path={`${path}.alt`}
        value={image.alt}
        error={problem}
        onChange={(event) => onChange({ ...image, alt: event.target.value })}
        className="min-w-0 flex-1"
      />
      <HintButton aria-label={`Remove the picture of option ${letter}`} onClick={() => onChange(undefined)}>
        <X aria-hidden="true" />
      </HintButton>
    </div>
  );
}
