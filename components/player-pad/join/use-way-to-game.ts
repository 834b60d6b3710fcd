"use client";

import { useEffect, useState } from "react";
import { forgetToken, keepJoin } from "#lib/client/storage/kept-seat.ts";

interface Taken {
  pin: string;
  name: string;
  /** The key of the join that was taken; null while none was. */
  joinedWith: string | null;
}

/**
 * Goes to the game as soon as a join is taken; true on the way. The page of the game is loaded anew, like by a link: so it
 * finds its PIN in the address from the start, and says hello before its scripts have come (lib/client/connection/early-socket.ts).
 */
export function useWayToGame(taken: Taken): boolean {
  const [leaving, setLeaving] = useState(false);

  useEffect(() => {
    const { joinedWith, pin, name } = taken;
    if (joinedWith === null) return;
    setLeaving(true);
    forgetToken(pin); // of who played in this tab before
    keepJoin(pin, { name, joinKey: joinedWith });
    window.location.assign(`/play?pin=${pin}`);
  }, [taken]);

  useEffect(() => {
    // Back to this page as it was left.
    const shown = ({ persisted }: PageTransitionEvent) => persisted && setLeaving(false);
    window.addEventListener("pageshow", shown);
    return () => window.removeEventListener("pageshow", shown);
  }, []);

  return leaving;
}
