import { useEffect, useState } from "react";
import { deedOf, type Veil } from "./screen-keys.ts";
import { switchLights } from "./stage-lights.ts";

/** Follows the keyboard. Returns what lies over the scene; null most of the time. */
export function useScreenKeys(toggleSound: () => void): Veil | null {
  const [veil, setVeil] = useState<Veil | null>(null);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const deed = deedOf(event);
      if (deed === null) return;
      if (deed === "fullScreen") toggleFullScreen();
      else if (deed === "lights") switchLights();
      else if (deed === "sound") toggleSound();
      else if (deed === "back") setVeil(null);
      else setVeil((up) => (up === deed ? null : deed));
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [toggleSound]);
  return veil;
}

function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  // Refused where the browser forbids it: the window stays as it is.
  void done?.catch(() => {});
}
