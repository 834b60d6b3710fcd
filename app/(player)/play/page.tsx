import type { Metadata } from "next";
import { PlayPage } from "#components/player-pad/play-page.tsx";
import { submitAnswerAction } from "../actions.ts";

export const metadata: Metadata = { title: "Play", robots: { index: false } };

export default function Page() {
  return <PlayPage submitAction={submitAnswerAction} />;
}
