"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/**
 * The back button asks first. An entry with this page's own address is put on top of the history, so that going back
 * stays here; browsers skip such an entry unless the page was touched before, so it is put there at the first touch.
 */
export function useBackGuard(active: boolean): { asking: boolean; stay(): void } {
  const [asking, setAsking] = useState(false);
  const guarded = useRef(false);

  const guard = useCallback(() => {
    if (guarded.current) return;
    guarded.current = true;
    // Next's own pushState: it keeps the router's entry, so that going back does not load the page again.
    window.history.pushState(null, "", window.location.href);
  }, []);

  useEffect(() => {
    if (!active) return;
    const wentBack = () => {
      if (!guarded.current) return;
      guarded.current = false;
      setAsking(true);
    };
    window.addEventListener("popstate", wentBack);
    window.addEventListener("pointerdown", guard);
    window.addEventListener("keydown", guard);
    return () => {
      window.removeEventListener("popstate", wentBack);
      window.removeEventListener("pointerdown", guard);
      window.removeEventListener("keydown", guard);
    };
  }, [active, guard]);

  return {
    asking,
    stay() {
      setAsking(false);
      guard();
    },
  };
}
