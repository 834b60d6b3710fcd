import type { Caller } from "../limits/networks.ts";
import type { PinAsker } from "../session/live/pin-guard.ts";
import { accountProof, type Credentials, signedProof, signedTokens } from "./client-proof.ts";
import type { Runtime } from "./runtime.ts";

/** A client that asks for a PIN, and what it can show. */
export function pinAsker(
  runtime: Pick<Runtime, "tokens" | "accounts" | "clock">,
  caller: Caller,
  credentials: Credentials,
): PinAsker {
  return {
    get address() {
      return caller.address;
    },
    sessions: () =>
      signedTokens(runtime, credentials).flatMap((content) =>
        "sessionId" in content ? [content.sessionId] : [],
      ),
    proof: async () => signedProof(runtime, credentials) ?? accountProof(runtime, credentials),
  };
}
