"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { fileFrom } from "./chosen-file.ts";

/**
 * A file dropped anywhere on the page, or pasted where nothing is being written; a sentence in its place if it cannot be
 * one. Fields that take files of their own are left to themselves. True while a file hangs over the page.
 */
export function useDrop(onFile: (file: File | string) => void, onText: (text: string) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useEffectEvent(onFile);
  const takeText = useEffectEvent(onText);

  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      setOver(!event.defaultPrevented);
      event.preventDefault();
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (event.defaultPrevented || !event.dataTransfer) return;
      const file = fileFrom(event.dataTransfer);
      if (file === null) return;
      event.preventDefault();
      take(file);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || !event.clipboardData || isWriting(event.target)) return;
      const file = fileFrom(event.clipboardData);
      if (file !== null) return take(file);
      takeText(event.clipboardData.getData("text/plain"));
    };
    addEventListener("dragover", onDragOver);
    addEventListener("dragleave", onDragLeave);
    addEventListener("drop", onDrop);
    addEventListener("paste", onPaste);
    return () => {
      removeEventListener("dragover", onDragOver);
      removeEventListener("dragleave", onDragLeave);
      removeEventListener("drop", onDrop);
      removeEventListener("paste", onPaste);
    };
  }, []);
  return over;
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [role=dialog]") !== null;
}
