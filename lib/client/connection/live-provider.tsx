"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { SubmitAction } from "../answers/answer-door.ts";
import { Recovery } from "./recovery.tsx";
import { type SessionClient, type SessionClientOptions, sessionClient } from "./session-client.ts";

type LiveProviderProps = {
  pin?: string;
  sessionId?: string;
  as: SessionClientOptions["as"];
  token?: string;
  submitAction?: SubmitAction;
  children?: ReactNode;
};

const LiveContext = createContext<SessionClient | null>(null);

/** Connects its children to one session; every hook of this folder works below it. */
export function LiveProvider(props: LiveProviderProps) {
  const { as, pin, sessionId, token } = props;
  // Another session or another speaker is another connection, with nothing left over from the one before.
  return <OneSession key={JSON.stringify([as, pin, sessionId, token])} {...props} />;
}

function OneSession({ children, ...options }: LiveProviderProps) {
  const [live] = useState(() => sessionClient(options));
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

export function useLive(): SessionClient {
  const live = useContext(LiveContext);
  if (!live) throw new Error("This component needs a <LiveProvider> above it.");
  return live;
}
