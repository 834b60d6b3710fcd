import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { AccountMenuProps } from "../account-menu.tsx";
import { HostHeader } from "../host-header.tsx";

type DeskPageProps = AccountMenuProps & {
  title: string;
  about?: ReactNode;
  /** The page's one button. */
  action?: ReactNode;
  children: ReactNode;
};

/** A page of the desk beside the quizzes: its title, what it is about, and the way back. */
export function DeskPage({ account, signOut, title, about, action, children }: DeskPageProps) {
  return (
    <>
      <HostHeader account={account} signOut={signOut} />
      <main className="safe-x safe-bottom mx-auto grid w-full max-w-3xl gap-8 pt-1">
        <div className="grid gap-1">
          <Link
            href="/host"
            className="inline-flex min-h-11 items-center gap-1.5 justify-self-start rounded-sm font-medium text-ink-muted hover:text-ink"
          >
            <ArrowLeft aria-hidden="true" className="size-4.5" />
            Your quizzes
          </Link>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h1 className="display text-3xl sm:text-4xl">{title}</h1>
            {action}
          </div>
          {about && <p className="text-pretty text-ink-muted">{about}</p>}
        </div>
        {children}
      </main>
    </>
  );
}
