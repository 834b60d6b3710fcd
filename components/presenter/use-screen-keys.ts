import { useEffect, useState } from "react";

/** F: full screen, Q: the join code over everything, Escape: back. Returns whether the code is up. */
export function useScreenKeys(): { codeUp: boolean } {
  const [codeUp, setCodeUp] = useState(false);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const key = event.key.toLowerCase();
      if (key === "f") toggleFullScreen();
      else if (key === "q") setCodeUp((up) => !up);
      else if (key === "escape") setCodeUp(false);
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
  return { codeUp };
}

function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  // Refused where the browser forbids it: the window stays as it is.
  void done?.catch(() => {});
}
