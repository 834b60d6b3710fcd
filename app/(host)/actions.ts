"use server";

import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { SignInState } from "#components/host-console/desk/sign-in-form.tsx";
import { addressOf } from "#lib/api/actor.ts";
import type { HostDoing } from "#lib/api/needed-rights.ts";
import { parseBy } from "#lib/api/read-body.ts";
import { endSession } from "#lib/api/sessions/end-session.ts";
import { ownSession } from "#lib/api/sessions/session-access.ts";
import { type NamedHint, runningHints } from "#lib/api/sessions/session-hints.ts";
import { HOST_COOKIE } from "#lib/auth/cookies.ts";
import { deviceWords } from "#lib/auth/device-words.ts";
import { signIn, signOut } from "#lib/auth/sign-in.ts";
import { replyWith } from "#lib/http/next-requests.ts";
import { refuse } from "#lib/kernel/refusal.ts";
import { copyQuiz } from "#lib/quiz/drafts/save-quiz.ts";
import type { LibraryStore } from "#lib/quiz/library/library-store.ts";
import { placeSchema } from "#lib/quiz/library/place.ts";
import { currentRuntime } from "#lib/runtime/current.ts";
import { startSession } from "#lib/runtime/start-session.ts";
import { takeCommand } from "#lib/runtime/take-command.ts";
import { hostCommandSchema } from "#lib/session/phases/command.ts";
import type { View } from "#lib/session/reports/view.ts";
import { chosenSettingsSchema, settingsFrom } from "#lib/session/settings.ts";
import { type ActionResult, guarded, type Refused, refused } from "#lib/web/action-result.ts";
import { asHost } from "#lib/web/as-host.ts";
import { asSessionHost } from "#lib/web/as-session-host.ts";
import { asking } from "#lib/web/asking.ts";
import { formField } from "#lib/web/form-field.ts";
import { keepSignIn } from "#lib/web/keep-sign-in.ts";
import { nextPath } from "#lib/web/next-path.ts";

/** Signs in and goes to the form's `next`. Works as a plain form post too. */
export async function signInAction(_previous: SignInState, form: FormData): Promise<SignInState> {
  const runtime = currentRuntime();
  const [email, password] = [formField(form, "email", 1_000), formField(form, "password", 1_000)];
  const outcome = await guarded(runtime, "signing in", async () => {
    const { headers } = await asking();
    const { accounts, limiter, devices, passwordLine: line } = runtime;
    const signedIn = await signIn(
      { accounts, limiter, devices, line, now: () => runtime.clock.now() },
      {
        email,
        password,
        address: addressOf(headers),
        cookie: headers.get("cookie"),
        device: deviceWords(headers.get("user-agent")),
      },
    );
    runtime.metrics.signIn(signedIn.ok ? "ok" : signedIn.error.code);
    if (!signedIn.ok) {
      replyWith(signedIn.error);
      return refused(signedIn.error);
    }
    await keepSignIn(runtime, signedIn.value);
    return { ok: true as const };
  });
  if (!outcome.ok) return { refusal: outcome.refusal, email: email.slice(0, 254) };
  redirect(nextPath(formField(form, "next", 1_000)));
}

/** Ends this sign-in on the server too: a copy of the cookie is worth nothing afterwards. */
export async function signOutAction(): Promise<void> {
  const jar = await cookies();
  const token = jar.get(HOST_COOKIE)?.value;
  if (token) await signOut(currentRuntime(), token);
  jar.delete(HOST_COOKIE);
  redirect("/");
}

export async function trashQuizAction(id: string): Promise<ActionResult<object>> {
  return changingLibrary("deleting a quiz", (library, accountId) => library.trash(accountId, id));
}

export async function restoreQuizAction(id: string): Promise<ActionResult<object>> {
  return changingLibrary("restoring a quiz", (library, accountId) => library.restore(accountId, id));
}

/** For good. */
export async function removeQuizAction(id: string): Promise<ActionResult<object>> {
  return changingLibrary("deleting a quiz for good", (_, accountId) =>
    currentRuntime().quizzes.remove(accountId, id),
  );
}

export async function emptyTrashAction(): Promise<ActionResult<object>> {
  return changingLibrary("emptying the trash", async (library, accountId) => {
    await library.emptyTrash(accountId);
    return true;
  });
}

/** Folder, tags, archive. */
export async function placeQuizAction(id: string, place: unknown): Promise<ActionResult<object>> {
  const parsed = parseBy(placeSchema, place ?? {});
  if (!parsed.ok) return refused(parsed.error);
  return changingLibrary("placing a quiz", async (library, accountId) =>
    Boolean(await library.place(accountId, String(id), parsed.value)),
  );
}

async function changingLibrary(
  doing: HostDoing,
  change: (library: LibraryStore, accountId: string) => Promise<boolean>,
): Promise<ActionResult<object>> {
  return asHost(doing, async ({ library }, account) => {
    if (!(await change(library, account.workspaceId))) return refused(refuse("quiz_not_found").error);
    refresh();
    return { ok: true };
  });
}

export async function duplicateQuizAction(id: string): Promise<ActionResult<{ id: string }>> {
  return asHost("copying a quiz", async (runtime, account) => {
    const stored = await runtime.quizzes.get(account.workspaceId, id);
    if (!stored) return refused(refuse("quiz_not_found").error);
    const copy = await copyQuiz(
      runtime,
      account.workspaceId,
      stored,
      copyTitle(stored.quiz.title),
      account.id,
    );
    refresh();
    return { ok: true, id: copy.id };
  });
}

/** Opens a session and goes to its control room; returns only when it cannot. */
export async function startSessionAction(quizId: string, settings: unknown = {}): Promise<Refused> {
  const started = await asHost<{ id: string }>("starting a session", async (runtime, account) => {
    const parsed = parseBy(chosenSettingsSchema, settings ?? {});
    if (!parsed.ok) return refused(parsed.error);
    const chosen = settingsFrom(parsed.value);
    if (!chosen.ok) return refused(chosen.error);
    const session = await startSession(runtime, account.workspaceId, {
      quizId,
      settings: chosen.value,
      madeBy: account.id,
    });
    return session.ok ? { ok: true, id: session.value.id } : refused(session.error);
  });
  if (!started.ok) return started;
  redirect(`/host/sessions/${started.id}`);
}

/** Whether the account signed in here is the host of this session. A hint for screens; each command checks again. */
export async function ownsSessionAction(sessionId: string): Promise<boolean> {
  const own = await asHost("asking whose session it is", async (runtime, account) => {
    const live = await ownSession(runtime, account, String(sessionId));
    return live.ok ? { ok: true } : refused(live.error);
  });
  return own.ok;
}

/** Ends a session from wherever it stands. What was answered is counted first. */
export async function endSessionAction(sessionId: string): Promise<ActionResult<object>> {
  return asHost("ending a session", async (runtime, account) => {
    const live = await ownSession(runtime, account, String(sessionId));
    if (!live.ok) return refused(live.error);
    const done = await endSession(runtime, live.value, account.id);
    if (!done.ok) return refused(done.error);
    refresh();
    return { ok: true };
  });
}

/** Deletes a session with all that was played in it, and leaves its pages. */
export async function deleteSessionAction(sessionId: string): Promise<Refused> {
  const deleted = await asHost("deleting a session", async (runtime, account) => {
    const live = await ownSession(runtime, account, String(sessionId));
    if (!live.ok) return refused(live.error);
    const done = await runtime.deletion.session(live.value.session.id);
    return done ? { ok: true } : refused(refuse("session_not_found").error);
  });
  if (!deleted.ok) return deleted;
  redirect("/host");
}

/** Deletes one player of a session, with the answers. */
export async function deletePlayerAction(sessionId: string, playerId: string): Promise<ActionResult<object>> {
  return asHost("deleting a player", async (runtime, account) => {
    const live = await ownSession(runtime, account, String(sessionId));
    if (!live.ok) return refused(live.error);
    const done = await runtime.deletion.player(live.value.session.id, String(playerId));
    if (!done) return refused(refuse("player_not_found").error);
    refresh();
    return { ok: true };
  });
}

const versionSchema = z.int().min(1).optional();

/** Does what the host's remote control asks. `expectedVersion`: only if nothing has happened since that version. */
export async function commandAction(
  sessionId: string,
  command: unknown,
  expectedVersion?: number,
): Promise<ActionResult<{ view: View }>> {
  return asSessionHost("running a session", sessionId, async (runtime, live, by) => {
    const parsed = parseBy(hostCommandSchema, typeof command === "string" ? { command } : command);
    if (!parsed.ok) return refused(parsed.error);
    const version = parseBy(versionSchema, expectedVersion);
    if (!version.ok) return refused(version.error);
    const done = await takeCommand(runtime, live, parsed.value, {
      expectedVersion: version.value,
      by,
    });
    return done.ok ? { ok: true, view: runtime.view(live) } : refused(done.error);
  });
}

/** Who may be one person under several names, so far (docs/SPEC.md, INT1). */
export async function hintsAction(sessionId: string): Promise<ActionResult<{ hints: NamedHint[] }>> {
  return asSessionHost("looking for hints", sessionId, async (runtime, { session, roster }) => ({
    ok: true,
    hints: await runningHints(runtime, session, roster.size),
  }));
}

/** Cut to what still fits with the mark. */
function copyTitle(title: string): string {
  return title.trim() === "" ? "" : `${title.slice(0, 112)} (copy)`;
}
