import type { JoinAddress } from "#lib/client/address/join-address.ts";
import type { View } from "#lib/session/reports/view.ts";
import { LateJoin } from "./late-join.tsx";

type LateCornerProps = { view: View; address: JoinAddress };

/**
 * How to come in, in whatever is on. Once the winners are told nobody joins any more, but who lost the page comes back
 * by the PIN; while the doors are closed, there is nothing.
 */
export function LateCorner({ view, address }: LateCornerProps) {
  const { phase, locked, settings, pin } = view;
  if (phase.name === "lobby") return null;
  if (phase.name === "podium" || phase.name === "ended")
    return <LateJoin small pin={pin} address={address} />;
  return locked || !settings.lateJoin ? null : <LateJoin pin={pin} address={address} />;
}
