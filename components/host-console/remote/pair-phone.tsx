"use client";

import { Smartphone } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import type { PairRemoteAction } from "../host-actions.ts";
import { RemotePage } from "./remote-page.tsx";

const NOT_REACHED = "The server could not be reached. Check the connection and try again.";

/**
 * What the scanned link opens. The code is taken by a tap and not by opening the link, so that a messenger's preview or a
 * browser that loads ahead uses nothing up.
 */
export function PairPhone({ pairRemote }: { pairRemote: PairRemoteAction }) {
  const code = useCode();
  const key = useRef<string | null>(null);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  /** The code that can no longer be taken. */
  const [spent, setSpent] = useState<string | null>(null);

  async function pair() {
    // One key for all taps: a reply that got lost does not use the code up.
    key.current ??= newKey();
    setWorking(true);
    setProblem(null);
    const paired = await pairRemote({ code: code ?? "", key: key.current }).catch(() => null);
    // The code leaves the history with this page.
    if (paired?.ok) return location.replace(`/host/sessions/${paired.sessionId}`);
    setProblem(paired?.refusal.message ?? NOT_REACHED);
    if (paired?.refusal.code.startsWith("remote_code")) setSpent(code);
    setWorking(false);
  }

  if (code === "") {
    return (
      <RemotePage title="Scan the code first">
        On the computer, open the control room and press “Use your phone as a remote”. Then scan the code with
        this phone’s camera.
      </RemotePage>
    );
  }
  return (
    <RemotePage
      title="Use this phone as a remote?"
      action={
        <>
          {problem && <Banner tone="danger">{problem}</Banner>}
          {(spent === null || code !== spent) && (
            <Button
              size="xl"
              className="w-full"
              loading={working}
              disabled={code === null}
              onClick={() => void pair()}
            >
              <Smartphone aria-hidden="true" className="size-5" />
              Use this phone
            </Button>
          )}
        </>
      }
    >
      You control the quiz from here: questions, timing and players. It ends with the quiz, or when the host
      removes this phone.
    </RemotePage>
  );
}

/** Behind the # of the address. Null while the page has not looked yet; empty for none. */
function useCode(): string | null {
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    const look = () => setCode(location.hash.slice(1));
    look();
    // A second code scanned into the same tab.
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, []);
  return code;
}

/** Works on plain http too. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
