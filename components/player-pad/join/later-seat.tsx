"use client";

import { type ComponentProps, useEffect, useState } from "react";
import { later, useLater } from "#components/ui/page/later.ts";

/** Taking over one's own seat: rarely needed, and never in the first second. */
const door = later(() => import("./seat-door.tsx"));

type Door = Awaited<ReturnType<(typeof door)["fetch"]>>;

export function SeatOffer(props: ComponentProps<Door["SeatOffer"]>) {
  const part = useLater(door);
  return part && <part.SeatOffer {...props} />;
}

export function SeatDoor(props: ComponentProps<Door["SeatDoor"]>) {
  const part = useLater(door);
  return part && <part.SeatDoor {...props} />;
}

export function SeatByLink(props: ComponentProps<Door["SeatByLink"]>) {
  const part = useLater(door);
  return part && <part.SeatByLink {...props} />;
}

/** The code of the host's link, which sits behind the # so that no server logs it. Null without one. */
export function useLinkedSeat(): [string | null, () => void] {
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    const read = () => setCode(/^#seat=(\w{1,40})$/.exec(location.hash)?.[1] ?? null);
    read();
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  const forget = () => {
    history.replaceState(history.state, "", location.pathname + location.search);
    setCode(null);
  };
  return [code, forget];
}
