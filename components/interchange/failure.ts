/** Why something did not happen, in a sentence; `signedOut` comes with the way to sign in again. */
export type Failure = { message: string; signedOut?: true };

/** Of a reply that says no. */
export function failureOf({ code, detail }: { code?: string; detail?: string }): Failure {
  if (code === "unauthenticated") return SIGNED_OUT;
  return { message: detail ?? "The server did not accept it. Try again." };
}

export function unreachable(): Failure {
  return {
    message: navigator.onLine
      ? "The server could not be reached. Nothing here is lost; try again."
      : "You are offline. Nothing here is lost; try again when the network is back.",
  };
}

export const SIGNED_OUT: Failure = { message: "You are signed out.", signedOut: true };
