import Link from "next/link";
import type { ReactNode } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/buttons/button-link.tsx";
import { Wordmark } from "#components/ui/page/logo.tsx";

/** The frame of pages that lead in, for somebody who is not signed in yet. */
export function EntryPage({ motto, children }: { motto: string; children: ReactNode }) {
  return (
    <div className="grid min-h-dvh max-lg:grid-rows-[auto_1fr] lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <aside
        data-theme="dark"
        className="stage relative flex flex-col gap-10 overflow-hidden px-6 py-7 lg:justify-between lg:px-12 lg:py-10"
      >
        <div
          className="beam -translate-x-1/2 absolute -top-6 bottom-0 left-1/2 w-[min(44rem,160%)]"
          aria-hidden="true"
        />
        <Link href="/" aria-label="Ovation, home" className="relative rounded-sm text-[1.75rem]">
          <Wordmark />
        </Link>
        <p className="display relative hidden max-w-[14ch] text-[clamp(2.5rem,4.4vw,4rem)] lg:block">
          {motto}
        </p>
        <span className="hidden lg:block" />
      </aside>
      <main className="safe-x flex flex-col justify-center py-10 max-lg:justify-start lg:px-16">
        <div className="mx-auto grid w-full max-w-sm gap-7">{children}</div>
      </main>
    </div>
  );
}

/** A link that leads nowhere, and why. */
export function ClosedLink({ title, why }: { title: string; why: string }) {
  return (
    <>
      <h1 className="display text-balance text-4xl">{title}</h1>
      <Banner tone="warning">{why}</Banner>
      <ButtonLink href="/sign-in" variant="secondary" className="justify-self-start">
        Sign in
      </ButtonLink>
    </>
  );
}
