import { useEffect, useState } from "react";

/** Whether the pointer has rested for this long: then it is only in the way. */
export function useStillness(afterMs: number): boolean {
  const [still, setStill] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const moved = () => {
      setStill(false);
      clearTimeout(timer);
      timer = setTimeout(() => setStill(true), afterMs);
    };
    moved();
    addEventListener("pointermove", moved);
    return () => {
      clearTimeout(timer);
      removeEventListener("pointermove", moved);
    };
  }, [afterMs]);
  return still;
}
