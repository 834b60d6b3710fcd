import type { Metadata } from "next";
import { PlayPage } from "#components/player-pad/play-page.tsx";
import { submitAnswerAction } from "../actions.ts";

export const metadata: Metadata = { title: "Play", robots: { index: false } };

export default function Page() {
  return (
    <>
      <noscript>
        <p className="safe-x bg-warning-soft py-4 text-center font-semibold">
          You have joined, but playing needs JavaScript. Turn it on and reload this page.
        </p>
      </noscript>
      <PlayPage submitAction={submitAnswerAction} />
    </>
  );
}
