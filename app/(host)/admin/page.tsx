import type { Metadata } from "next";
import { HostHeader } from "#components/host-console/host-header.tsx";
import { OperatorDesk } from "#components/host-console/operator/operator-desk.tsx";
import { requireOperator } from "#lib/web/host.ts";
import { signOutAction } from "../actions.ts";

export const metadata: Metadata = { title: "Servers" };

export default async function OperatorPage() {
  const account = await requireOperator("/admin");
  return (
    <>
      <HostHeader account={account} signOut={signOutAction} />
      <main className="safe-x safe-bottom mx-auto grid w-full max-w-6xl gap-8 pt-2 pb-16">
        <header className="grid gap-2">
          <h1 className="display text-3xl sm:text-4xl">Operating</h1>
          <p className="max-w-[65ch] text-pretty text-ink-muted">
            The servers behind these pages, and every session on them. The same at a terminal:{" "}
            <code className="whitespace-nowrap rounded-sm bg-surface-sunken px-1.5 py-0.5 text-[0.9em]">
              npm run ctl
            </code>
          </p>
        </header>
        <OperatorDesk />
      </main>
    </>
  );
}
