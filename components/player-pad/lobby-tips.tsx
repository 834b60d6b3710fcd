"use client";

import { useEffect, useState } from "react";

const TIPS = [
  "Keep this page open. Your screen stays awake.",
  "Quick answers earn more, right ones most.",
  "Lost the connection? You come back to the same seat.",
];
const SHOWN_MS = 6_000;

/** Something to read while the room fills. */
export function LobbyTips() {
  const [shown, setShown] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setShown((tip) => (tip + 1) % TIPS.length), SHOWN_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p
      key={shown}
      className="flex min-h-12 animate-fade items-center justify-center text-balance text-center text-ink-muted text-sm"
    >
      {TIPS[shown]}
    </p>
  );
}
