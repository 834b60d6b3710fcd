import { accountOfApiKey } from "../auth/api-keys.ts";
import { DEVICE_COOKIE, HOST_COOKIE, playerCookies, readCookie } from "../auth/cookies.ts";
import { accountOfSignIn } from "../auth/sign-in.ts";
import type { TokenContent } from "../auth/tokens.ts";
import type { Proof } from "../session/live/pin-guard.ts";
import type { Runtime } from "./runtime.ts";

type Deps = Pick<Runtime, "tokens" | "accounts" | "clock">;

/** The credential a client sends. A Bearer credential, or a token in a hello, decides alone if there is one. */
export interface Credentials {
  bearer: string | null;
  cookie: string | null;
}

/** The tokens of players and screens among them that this server signed. */
export function signedTokens(
  { tokens }: Pick<Deps, "tokens">,
  { bearer, cookie }: Credentials,
): TokenContent[] {
  return (bearer === null ? playerCookies(cookie) : [bearer]).flatMap((token) => tokens.read(token) ?? []);
}

/** A client that shows something signed: a device, a player, a screen. Nothing is looked up. */
export function signedProof(deps: Pick<Deps, "tokens">, credentials: Credentials): Proof | null {
  const { bearer, cookie } = credentials;
  const device = bearer === null ? deps.tokens.read(readCookie(cookie, DEVICE_COOKIE) ?? "") : null;
  if (device?.kind === "device") return { name: `device ${device.deviceId}` };
  const [first] = signedTokens(deps, credentials);
  if (first?.kind === "player") return { name: `player ${first.playerId}` };
  if (first?.kind === "presenter") return { name: `screen ${first.sessionId}` };
  return null;
}

/** The same for a host, whom the database knows. */
export async function accountProof(
  { accounts, clock }: Pick<Deps, "accounts" | "clock">,
  { bearer, cookie }: Credentials,
): Promise<Proof | null> {
  const signIn = bearer === null ? readCookie(cookie, HOST_COOKIE) : null;
  const asked = { accounts, now: () => clock.now() };
  const account =
    bearer !== null
      ? await accountOfApiKey(asked, bearer)
      : signIn !== null
        ? await accountOfSignIn(asked, signIn)
        : null;
  return account && { name: `account ${account.id}`, accountId: account.workspaceId };
}
