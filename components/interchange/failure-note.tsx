import { Banner } from "#components/ui/banner.tsx";
import type { Failure } from "./failure.ts";

/** Why it did not work, and the way on. It is read out at once. */
export function FailureNote({ failure }: { failure: Failure | null }) {
  if (!failure) return null;
  return (
    <Banner tone="danger">
      <span>{failure.message}</span>
      {failure.signedOut && (
        <>
          {" "}
          <a
            href="/sign-in?next=/host"
            target="_blank"
            rel="noreferrer"
            className="font-semibold underline underline-offset-4"
          >
            Sign in again in a new window
          </a>
          <span>, then try again here. Nothing on this page is lost.</span>
        </>
      )}
    </Banner>
  );
}
