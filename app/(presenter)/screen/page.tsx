import type { Metadata } from "next";
import { Screen } from "#components/presenter/screen.tsx";

export const metadata: Metadata = {
  title: "Big screen",
  robots: { index: false },
  // The link carries the presenter's key in its fragment; no other site need know that it exists.
  referrer: "no-referrer",
};

/** A static shell: which session, and with what right, only the browser knows. */
export default function ScreenPage() {
  return <Screen />;
}
