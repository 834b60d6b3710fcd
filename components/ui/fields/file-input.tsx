import type { Ref } from "react";

type FileInputProps = {
  /** Pressed by a button of the owner's. */
  ref: Ref<HTMLInputElement>;
  label: string;
  /** As in HTML: types and extensions. */
  accept: string;
  onFile: (file: File | undefined) => void;
};

/** The browser's own way to choose a file, out of sight: a button opens it. The same file may be chosen twice. */
export function FileInput({ ref, label, accept, onFile }: FileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      accept={accept}
      aria-label={label}
      tabIndex={-1}
      className="sr-only"
      onChange={(event) => {
        onFile(event.target.files?.[0]);
        event.target.value = "";
      }}
    />
  );
}
