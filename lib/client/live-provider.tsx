"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { SubmitAction } from "./answer-door.ts";
import { type LiveSession as Live, type LiveSessionOptions, liveSession } from "./live-session.ts";
import { Recovery } from "./recovery.tsx";

type LiveSessionProps = {
  pin?: string;
  sessionId?: string;
  as: LiveSessionOptions["as"];
  token?: string;
  submitAction?: SubmitAction;
  children?: ReactNode;
};

const LiveContext = createContext<Live | null>(null);

/** Connects its children to one session; every hook of this folder works below it. */
export function LiveSession(props: LiveSessionProps) {
  const { as, pin, sessionId, token } = props;
  // Another session or another speaker is another connection, with nothing left over from the one before.
  return <OneSession key={JSON.stringify([as, pin, sessionId, token])} {...props} />;
}

function OneSession({ children, ...options }: LiveSessionProps) {
  const [live] = useState(() => liveSession(options));
  useEffect(() => {
    live.start();
    return live.stop;
  }, [live]);
  return (
    <LiveContext value={live}>
      <Recovery>{children}</Recovery>
    </LiveContext>
  );
}

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("This component needs a <LiveSession> above it.");
  return live;
}
