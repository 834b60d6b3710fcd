"use client";

import { useSelectedLayoutSegments } from "next/navigation";
import { useEffect, useState } from "react";
import { ServerTrouble, type Trouble } from "./server-trouble.tsx";

const EVERY_MS = 10_000;
const NONE: Trouble = { writes: false, database: false, boards: false };

/** Looks now and then how the server is. The control room needs none: its socket tells it at once. */
export function ServerWatch() {
  const [page, id, ...below] = useSelectedLayoutSegments();
  const isControlRoom = page === "sessions" && id !== undefined && below.length === 0;
  const [trouble, setTrouble] = useState(NONE);

  useEffect(() => {
    if (isControlRoom) return;
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    const look = async () => {
      const found = document.hidden ? null : await readTrouble();
      if (stopped) return;
      if (found) setTrouble(found);
      timer = setTimeout(look, EVERY_MS);
    };
    look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [isControlRoom]);

  if (isControlRoom || !Object.values(trouble).some(Boolean)) return null;
  return (
    <div className="safe-x mx-auto w-full max-w-6xl pt-3">
      <ServerTrouble {...trouble} />
    </div>
  );
}

/** Null if the server cannot be asked: then every page says so itself when it is used. */
async function readTrouble(): Promise<Trouble | null> {
  try {
    const { postgres, writes, redis } = (await (await fetch("/readyz")).json()) as Record<string, string>;
    const refused = writes !== undefined && writes !== "ok";
    return { writes: refused, database: postgres === "down", boards: redis === "down" };
  } catch {
    return null;
  }
}
