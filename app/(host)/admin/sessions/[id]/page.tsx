import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { HostHeader } from "#components/host-console/host-header.tsx";
import { WatchedSession } from "#components/host-console/operator/watched-session.tsx";
import { isId } from "#lib/kernel/ids.ts";
import { currentRuntime } from "#lib/runtime/current.ts";
import { requireOperator } from "#lib/web/host.ts";
import { signOutAction } from "../../../actions.ts";

export const metadata: Metadata = { title: "A session" };

export default async function WatchedSessionPage({ params }: PageProps<"/admin/sessions/[id]">) {
  const { id } = await params;
  const account = await requireOperator(`/admin/sessions/${encodeURIComponent(id)}`);
  const live = isId(id) ? await currentRuntime().live.open(id) : null;
  if (!live) notFound();
  return (
    <>
      <HostHeader account={account} signOut={signOutAction} />
      <main className="safe-x safe-bottom mx-auto grid w-full max-w-3xl gap-6 pt-1 pb-16">
        <div className="grid gap-1">
          <Link
            href="/admin"
            className="inline-flex min-h-11 items-center gap-1.5 justify-self-start rounded-sm font-medium text-ink-muted hover:text-ink"
          >
            <ArrowLeft aria-hidden="true" className="size-4.5" />
            All servers
          </Link>
          <h1 className="display break-words text-3xl sm:text-4xl">{live.session.quiz.title}</h1>
        </div>
        <WatchedSession id={id} />
      </main>
    </>
  );
}
