import type { Metadata } from "next";
import { PairPhone } from "#components/host-console/remote/pair-phone.tsx";
import { pairRemoteAction } from "./actions.ts";

export const metadata: Metadata = { title: "Remote", robots: { index: false }, referrer: "no-referrer" };

/** The same for everybody: the code is behind the #, and is taken by a tap. */
export default function RemotePairingPage() {
  return <PairPhone pairRemote={pairRemoteAction} />;
}
