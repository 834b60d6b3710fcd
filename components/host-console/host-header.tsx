import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "#components/ui/page/logo.tsx";
import { ThemeToggle } from "#components/ui/page/theme-toggle.tsx";
import { AccountMenu, type AccountMenuProps } from "./account-menu.tsx";

type HostHeaderProps = AccountMenuProps & { children?: ReactNode };

/** The top of the host's pages: home, what the page adds, and who is signed in. */
export function HostHeader({ account, signOut, children }: HostHeaderProps) {
  return (
    <header className="safe-x mx-auto flex w-full max-w-6xl items-center gap-3 py-4">
      <Link href="/host" aria-label="Ovation, your quizzes" className="rounded-sm text-2xl">
        <Wordmark />
      </Link>
      <div className="min-w-0 flex-1">{children}</div>
      <ThemeToggle />
      <AccountMenu account={account} signOut={signOut} />
    </header>
  );
}
