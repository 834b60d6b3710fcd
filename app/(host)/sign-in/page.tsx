import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SignInForm } from "#components/host-console/desk/sign-in-form.tsx";
import { Wordmark } from "#components/ui/page/logo.tsx";
import { currentHost } from "#lib/web/host.ts";
import { nextPath } from "#lib/web/next-path.ts";
import { signInAction } from "../actions.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const next = nextPath((await searchParams).next);
  if (await currentHost()) redirect(next);
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <aside
        data-theme="dark"
        className="stage relative flex flex-col justify-between gap-10 overflow-hidden px-6 py-7 lg:px-12 lg:py-10"
      >
        <div
          className="beam -translate-x-1/2 absolute -top-6 bottom-0 left-1/2 w-[min(44rem,160%)]"
          aria-hidden="true"
        />
        <Link
          href="/"
          aria-label="Ovation, home"
          className="relative justify-self-start rounded-sm text-[1.75rem]"
        >
          <Wordmark />
        </Link>
        <p className="display relative hidden max-w-[14ch] text-[clamp(2.5rem,4.4vw,4rem)] lg:block">
          The room is waiting for you.
        </p>
        <p className="relative hidden max-w-[40ch] text-ink-muted lg:block">
          Here to play? The PIN on the big screen is all you need.{" "}
          <Link href="/" className="text-ink underline underline-offset-4">
            Join a quiz
          </Link>
        </p>
      </aside>
      <main className="safe-x flex flex-col justify-center py-10 max-lg:justify-start lg:px-16">
        <div className="mx-auto grid w-full max-w-sm gap-7">
          <h1 className="display text-4xl">Sign in to host</h1>
          <SignInForm next={next} action={signInAction} />
          <p className="text-ink-muted lg:hidden">
            Here to play?{" "}
            <Link href="/" className="text-ink underline underline-offset-4">
              Join with a PIN
            </Link>
          </p>
        </div>
      </main>
    </div>
  );
}
