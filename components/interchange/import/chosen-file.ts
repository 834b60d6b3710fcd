import { IMPORT_LIMITS } from "#lib/interchange/read/limits.ts";
import { plainNumber } from "#lib/quiz/kinds/steps.ts";

/** A file's bytes, or pasted text. Without a title in the file, its name becomes the title. */
export interface ChosenFile {
  name: string;
  body: Blob;
  /** Typed or pasted here, not a file. */
  pasted: boolean;
}

export type Chosen = { ok: true; source: ChosenFile } | { ok: false; message: string };

/** Folders first: some browsers give them a name and a size as files have. */
export function fileFrom(transfer: Pick<DataTransfer, "files" | "items">): File | string | null {
  const entries = Array.from(transfer.items ?? [], (item) => item.webkitGetAsEntry?.());
  if (entries.some((entry) => entry?.isDirectory)) return "That is a folder. Drop a single file.";
  const { length } = transfer.files;
  if (length > 1) return `Those are ${length} files. Drop one at a time.`;
  return transfer.files[0] ?? null;
}

/** Reads it at once: a file on a stick or in a cloud folder may be gone when it is read a second time. */
export async function chosenFile(file: File): Promise<Chosen> {
  const { name, size } = file;
  if (size === 0) return { ok: false, message: `“${name}” is empty.` };
  if (size > IMPORT_LIMITS.bytes)
    return { ok: false, message: `“${name}” has ${megabytes(size)} MB. Files of up to 20 MB can be read.` };
  try {
    return { ok: true, source: { name, body: new Blob([await file.arrayBuffer()]), pasted: false } };
  } catch {
    return { ok: false, message: `“${name}” could not be read on this device. Choose it again.` };
  }
}

export function chosenText(text: string): Chosen {
  if (text.trim() === "") return { ok: false, message: "Paste some text first." };
  const body = new Blob([text]);
  if (body.size > IMPORT_LIMITS.bytes)
    return { ok: false, message: `This text has ${megabytes(body.size)} MB. Up to 20 MB can be read.` };
  return { ok: true, source: { name: "Pasted text", body, pasted: true } };
}

function megabytes(bytes: number): number {
  return plainNumber(Math.ceil((bytes / 1024 / 1024) * 10) / 10);
}
