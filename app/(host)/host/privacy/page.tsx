import type { Metadata } from "next";
import { DeskPage } from "#components/host-console/desk/desk-page.tsx";
import { DeleteWorkspace } from "#components/host-console/privacy/delete-workspace.tsx";
import { RetentionForm } from "#components/host-console/privacy/retention-form.tsx";
import { retentionInWords } from "#components/host-console/privacy/retention-words.ts";
import { Banner } from "#components/ui/banner.tsx";
import { ownerOfEnvironment } from "#lib/auth/owner.ts";
import { may } from "#lib/auth/rights.ts";
import { currentRuntime } from "#lib/runtime/current.ts";
import { requireHost } from "#lib/web/host.ts";
import { signOutAction } from "../../actions.ts";
import { deleteWorkspaceAction, keepAction, previewKeepingAction } from "../../privacy/actions.ts";

export const metadata: Metadata = { title: "Privacy" };

export default async function PrivacyPage() {
  const account = await requireHost("/host/privacy");
  const { retention: store, people, config } = currentRuntime();
  const decides = may(account, "people");
  const [retention, everyone] = await Promise.all([
    store.get(account.workspaceId),
    people.people(account.workspaceId),
  ]);
  const named = ownerOfEnvironment(config);
  return (
    <DeskPage
      account={account}
      signOut={signOutAction}
      title="Privacy"
      about="What is stored about the people who play, and for how long."
    >
      <section aria-labelledby="stored" className="grid gap-4">
        <h2 id="stored" className="display text-2xl">
          What is stored
        </h2>
        <dl className="divide-y rounded-xl border bg-surface">
          {STORED.map(({ what, about }) => (
            <div key={what} className="grid gap-x-6 gap-y-0.5 px-5 py-3.5 sm:grid-cols-[11rem_1fr]">
              <dt className="font-semibold">{what}</dt>
              <dd className="text-pretty text-ink-muted">{about}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="kept" className="grid gap-4 border-t pt-6">
        <div className="grid gap-1">
          <h2 id="kept" className="display text-2xl">
            How long it is kept
          </h2>
          <p className="text-pretty text-ink-muted">
            Days count from the end of a session. This holds for all sessions of the workspace.
          </p>
        </div>
        {decides ? (
          <RetentionForm retention={retention} preview={previewKeepingAction} keep={keepAction} />
        ) : (
          <>
            <p>{retentionInWords(retention)}</p>
            <p className="text-ink-muted text-sm">An owner can change this.</p>
          </>
        )}
      </section>
      {decides && (
        <section aria-labelledby="delete" className="grid gap-4 border-t pt-6">
          <div className="grid gap-1">
            <h2 id="delete" className="display text-2xl">
              Delete the workspace
            </h2>
            <p className="text-pretty text-ink-muted">
              With all quizzes, pictures, sessions, results and accounts in it, for good.
            </p>
          </div>
          {everyone.some(({ email }) => email === named) ? (
            <Banner>
              The server’s settings name an owner of this workspace (OWNER_EMAIL). Name another account there
              first.
            </Banner>
          ) : (
            <DeleteWorkspace people={everyone.length} deleteWorkspace={deleteWorkspaceAction} />
          )}
        </section>
      )}
    </DeskPage>
  );
}

/** Lists every column that is about a player; a new one belongs here (docs/SPEC.md, RET6). */
const STORED = [
  {
    what: "Name and look",
    about: "As the player chose them. No email, no account, no real name is asked for.",
  },
  {
    what: "Answers",
    about: "Each with its time and its points, and the answer it replaced. Scores follow from them.",
  },
  {
    what: "Seat",
    about:
      "When the player joined, their team, the extra time they asked for, and a random key that lets their phone come back.",
  },
  {
    what: "Network",
    about:
      "Addresses are not stored. A mark of three bytes shows which players of a session share a network, and means nothing elsewhere.",
  },
  {
    what: "Cookies",
    about: "One that keeps the seat for a day. Visitors are not tracked, and nothing is shared with others.",
  },
] as const;
