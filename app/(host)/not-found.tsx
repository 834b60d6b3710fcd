import { EmptyStage } from "../empty-stage.tsx";

const WORDS = {
  title: "Page not found",
  text: "There is nothing at this address. It may have been deleted.",
  enterPin: "Your quizzes",
};

/** A host is shown the way to the desk, and not to the door. */
export default function NothingKept() {
  return <EmptyStage words={WORDS} href="/host" />;
}
