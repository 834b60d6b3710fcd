import { useEffect, useRef, useState } from "react";
import { isOf, uploadMedia } from "./upload-media.ts";

/** A file under way, and the sentence if it could not be stored. What was changed meanwhile is kept: the last `onStored` is called. */
export function useUpload(onStored: (id: string) => void, only?: { pattern: RegExp; sentence: string }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const stored = useRef(onStored);
  useEffect(() => {
    stored.current = onStored;
  });

  async function upload(file: File | undefined) {
    if (!file || busy) return;
    if (only && !isOf(file, only.pattern)) return setProblem(only.sentence);
    setBusy(true);
    setProblem(null);
    const outcome = await uploadMedia(file);
    setBusy(false);
    if (outcome.ok) stored.current(outcome.id);
    else setProblem(outcome.message);
  }
  return { busy, problem, upload };
}
