import type { Metadata } from "next";
import { NewPassword } from "#components/host-console/password/new-password.tsx";
import { chooseNewPasswordAction, readPasswordLinkAction } from "./actions.ts";

export const metadata: Metadata = {
  title: "New password",
  robots: { index: false },
  referrer: "no-referrer",
};

/** The code is behind the #: the page itself is the same for everybody, and opening it uses nothing up. */
export default function NewPasswordPage() {
  return <NewPassword read={readPasswordLinkAction} choose={chooseNewPasswordAction} />;
}
