"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";

export type StagePlay = "playing" | "refused" | "still";

/**
 * The sound or film of the question on stage. Its element outlives the scenes: reading and answering draw the stage
 * anew, and the next scene takes the element over in the same commit, so that the music does not stutter. When no scene
 * holds it any more, it stops.
 */
const onStage: { url: string; element: HTMLMediaElement | null; holders: number } = {
  url: "",
  element: null,
  holders: 0,
};

export interface Captions {
  url: string;
  language: string;
  shown: boolean;
}

/** Puts the player into `slot` and plays. Browsers may refuse to play before somebody has pressed something: "refused". */
export function useStagePlayer(
  type: "audio" | "video",
  url: string,
  paused: boolean,
  captions: readonly Captions[],
) {
  const slot = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<StagePlay>("still");

  // biome-ignore lint/correctness/useExhaustiveDependencies: a film keeps the captions it came with
  useLayoutEffect(() => {
    const element = taken(type, url, captions);
    slot.current?.append(element);
    return () => {
      onStage.holders--;
      // The next scene may take it in this very commit.
      queueMicrotask(() => {
        if (onStage.holders === 0) element.pause();
      });
    };
  }, [type, url]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another file is another element
  useEffect(() => {
    const { element } = onStage;
    if (!element) return;
    const follow = () => setState(element.paused ? "still" : "playing");
    for (const event of ["play", "pause", "ended"]) element.addEventListener(event, follow);
    follow();
    if (paused) element.pause();
    else if (!element.ended) start(element, setState);
    return () => {
      for (const event of ["play", "pause", "ended"]) element.removeEventListener(event, follow);
    };
  }, [url, paused]);

  const toggle = () => {
    const { element } = onStage;
    if (!element) return;
    if (element.paused) start(element, setState);
    else element.pause();
  };
  return { slot, state, toggle };
}

function taken(type: "audio" | "video", url: string, captions: readonly Captions[]): HTMLMediaElement {
  onStage.holders++;
  if (onStage.element && onStage.url === url) return onStage.element;
  onStage.element?.pause();
  const element = document.createElement(type);
  element.src = url;
  element.preload = "auto";
  if (element instanceof HTMLVideoElement) element.playsInline = true;
  element.dataset.stageFilm = "";
  element.append(...captions.map(track));
  Object.assign(onStage, { url, element });
  return element;
}

function track({ url, language, shown }: Captions): HTMLTrackElement {
  const element = document.createElement("track");
  Object.assign(element, { kind: "captions", src: url, srclang: language, default: shown });
  return element;
}

function start(element: HTMLMediaElement, setState: (state: StagePlay) => void): void {
  element.play().catch((error: Error) => setState(error.name === "NotAllowedError" ? "refused" : "still"));
}
