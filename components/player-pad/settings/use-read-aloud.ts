"use client";

import { useEffect } from "react";
import type { View } from "#lib/session/reports/view.ts";
import { usePersonalSettings } from "./personal-settings.ts";

/** Says aloud what the screen announces, and with a question its options. Its code comes only to who asked for it. */
export function useReadAloud(announced: string, view: View | null): void {
  const { readAloud } = usePersonalSettings();
  const phase = view?.phase.name;
  const index = view?.question?.index;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view changes with every count; its question does not
  useEffect(() => {
    if (!readAloud) return;
    let stop = () => {};
    let gone = false;
    import("./read-aloud.ts").then(
      ({ speak, spokenOptions }) => {
        // A question is spoken by a voice of its own language.
        const options = view && phase === "question" ? spokenOptions(view) : "";
        const lang = phase === "question" ? view?.language : undefined;
        if (!gone) stop = speak(`${announced} ${options}`.trim(), lang);
      },
      () => {},
    );
    return () => {
      gone = true;
      stop();
    };
  }, [readAloud, announced, phase, index]);
}
