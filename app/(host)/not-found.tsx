import { NotFoundPage } from "../not-found-page.tsx";

const WORDS = {
  title: "Page not found",
  text: "There is nothing at this address. It may have been deleted.",
  enterPin: "Your quizzes",
};

/** The 404 page of the host's pages: it leads back to the dashboard. */
export default function HostNotFound() {
  return <NotFoundPage words={WORDS} href="/host" />;
}
