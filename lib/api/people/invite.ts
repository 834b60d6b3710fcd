import type { Account } from "../../auth/account-store.ts";
import type { Role } from "../../auth/rights.ts";
import { invitationMail } from "../../mail/mails.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { linkUrl } from "./link-urls.ts";

/** Makes a link for one person, and mails it where there is somebody to mail it to and a mail server. */
export async function invite(
  runtime: Pick<Runtime, "invitations" | "mailer" | "addresses">,
  by: Account,
  { email = null, role }: { email?: string | null | undefined; role: Role },
  told: string | null,
) {
  const { code, ...invitation } = await runtime.invitations.invite(by, { email, role });
  const url = linkUrl(runtime, "invitation", code, told);
  const mailed =
    invitation.email !== null &&
    runtime.mailer !== null &&
    (await runtime.mailer.send(invitationMail({ to: invitation.email, by: by.name, url })));
  return { ...invitation, url, mailed };
}
