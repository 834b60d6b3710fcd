import type { Mail } from "./mailer.ts";

/** The mails of the product, in words. */

export function invitationMail({ to, by, url }: { to: string; by: string; url: string }): Mail {
  return {
    to,
    subject: "You are invited to Ovation",
    text: `${oneLine(by)} invites you to write and run quizzes together on Ovation.

Open this link to make your account. It works once, within seven days:

${url}

If you do not know who that is, ignore this mail.
`,
  };
}

export function resetMail({ to, url }: { to: string; url: string }): Mail {
  return {
    to,
    subject: "Choose a new password for Ovation",
    text: `Somebody, most likely you, asked for a new password of ${to}.

Open this link to choose one. It works once, within an hour:

${url}

If it was not you, ignore this mail: your password stays as it is.
`,
  };
}

/** A name chosen by somebody else, in a text that is read as ours: no lines of its own, and no links. */
function oneLine(name: string): string {
  return name
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/[:/.]+/g, " ")
    .trim();
}
