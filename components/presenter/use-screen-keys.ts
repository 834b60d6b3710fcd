import { useCallback, useEffect, useState } from "react";
import { singleKeysOn } from "#components/ui/single-keys.ts";
import { deedOf, type ScreenDeed, type Veil } from "./screen-keys.ts";
import { switchLights } from "./stage-lights.ts";

export interface ScreenKeys {
  /** What lies over the scene; null most of the time. */
  veil: Veil | null;
  /** Does what a key does, for whoever has no use for keys. */
  perform(deed: ScreenDeed): void;
}

/** Follows the keyboard. Where single keys are switched off, only Escape is left. */
export function useScreenKeys(toggleSound: () => void): ScreenKeys {
  const [veil, setVeil] = useState<Veil | null>(null);
  const perform = useCallback(
    (deed: ScreenDeed) => {
      if (deed === "fullScreen") toggleFullScreen();
      else if (deed === "lights") switchLights();
      else if (deed === "sound") toggleSound();
      else if (deed === "back") setVeil(null);
      else setVeil((up) => (up === deed ? null : deed));
    },
    [toggleSound],
  );
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const deed = deedOf(event);
      if (deed !== null && (deed === "back" || singleKeysOn())) perform(deed);
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [perform]);
  return { veil, perform };
}

function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  // Refused where the browser forbids it: the window stays as it is.
  void done?.catch(() => {});
}
