import { useEffect, useState } from "react";

/** Whether the account signed in in this browser hosts the session. */
export type OwnsSessionAction = (sessionId: string) => Promise<boolean>;

/**
 * Whether the host of this session is signed in in this browser. Asked again when somebody comes back to the page, since
 * they may have signed in or out beside it. The server decides at each command anyway.
 */
export function useOwnSession(sessionId: string | null, ask: OwnsSessionAction): boolean {
  const [own, setOwn] = useState(false);
  useEffect(() => {
    if (sessionId === null) return;
    let gone = false;
    const look = () => {
      if (document.visibilityState !== "visible") return;
      ask(sessionId).then(
        (yes) => !gone && setOwn(yes),
        // Offline: it stays as it was.
        () => {},
      );
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      gone = true;
      document.removeEventListener("visibilitychange", look);
    };
  }, [sessionId, ask]);
  return own;
}
