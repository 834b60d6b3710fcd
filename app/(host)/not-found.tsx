import { EmptyStage } from "../empty-stage.tsx";

const WORDS = {
  title: "An empty stage.",
  text: "Nothing is kept at this address. Perhaps it was deleted since.",
  enterPin: "Your quizzes",
};

/** A host is shown the way to the desk, and not to the door. */
export default function NothingKept() {
  return <EmptyStage words={WORDS} href="/host" />;
}
