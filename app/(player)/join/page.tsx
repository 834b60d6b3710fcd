import type { Metadata } from "next";
import Link from "next/link";
import { JoinForm } from "#components/player-pad/join-form.tsx";
import { Wordmark } from "#components/ui/logo.tsx";
import { joinAction } from "../actions.ts";

export const metadata: Metadata = {
  title: "Join",
  description: "Join a live quiz with its PIN. No account, no app.",
};

/** One static page for everybody; the PIN of a link is read in the browser. */
export default function Page() {
  return (
    <div className="safe-x mx-auto grid min-h-dvh w-full max-w-md grid-rows-[auto_1fr]">
      <header className="flex items-center justify-center pt-[max(1.25rem,env(safe-area-inset-top))]">
        <Link href="/" prefetch={false} aria-label="Ovation, home" className="rounded-sm px-2 py-1 text-2xl">
          <Wordmark />
        </Link>
      </header>
      <main className="safe-bottom grid content-start pt-[clamp(1.5rem,9vh,6rem)]">
        <JoinForm action={joinAction} />
      </main>
    </div>
  );
}
