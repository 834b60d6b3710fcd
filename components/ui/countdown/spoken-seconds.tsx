import { useState } from "react";
import { isSpoken } from "./countdown.ts";

/** A countdown for screen readers: `children`, for as long as a second that is spoken lasts. */
export function SpokenSeconds({ secondsLeft, children }: { secondsLeft: number; children: string }) {
  const [last, setLast] = useState({ secondsLeft, spoken: isSpoken(secondsLeft, secondsLeft + 1) });
  if (last.secondsLeft !== secondsLeft)
    setLast({ secondsLeft, spoken: isSpoken(secondsLeft, last.secondsLeft) });
  return (
    <span role="status" className="sr-only">
      {last.spoken && children}
    </span>
  );
}
