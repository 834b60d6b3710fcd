import type { Metadata } from "next";
import { HostHeader } from "#components/host-console/host-header.tsx";
import { Webhooks } from "#components/host-console/webhooks/webhooks.tsx";
import { currentRuntime } from "#lib/runtime/current.ts";
import { requireHost } from "#lib/web/host.ts";
import { WEBHOOK_EVENTS } from "#lib/webhooks/webhook-store.ts";
import { signOutAction } from "../../actions.ts";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage() {
  const account = await requireHost("/host/webhooks", "run");
  const stored = await currentRuntime().webhooks.list(account.workspaceId);
  const webhooks = stored.map(({ id, url, events, description, active }) => ({
    id,
    url,
    events,
    description,
    active,
  }));
  return (
    <>
      <HostHeader account={account} signOut={signOutAction} />
      <main className="safe-x safe-bottom mx-auto grid w-full max-w-4xl gap-8 pt-2 pb-16">
        <header className="grid gap-3">
          <h1 className="display text-3xl sm:text-4xl">Webhooks</h1>
          <p className="max-w-[65ch] text-pretty text-ink-muted">
            Your own server gets a signed message whenever something happens in your sessions, at an address
            you choose. How to read these messages is described in the{" "}
            <a href="/docs#webhooks" className="underline underline-offset-4">
              reference
            </a>
            .
          </p>
        </header>
        <Webhooks initial={webhooks} events={WEBHOOK_EVENTS} />
      </main>
    </>
  );
}
