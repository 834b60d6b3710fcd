"use client";

import { LogOut, ServerCog, ShieldCheck, UserRound, UsersRound, Webhook } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Menu } from "#components/ui/overlays/menu.tsx";
import { Avatar } from "#components/ui/player/avatar.tsx";
import type { Role } from "#lib/auth/rights.ts";

export type AccountMenuProps = {
  account: { name: string; email: string; role?: Role };
  signOut(): Promise<void>;
};

/** The signed-in host, the pages of the account, and signing out. */
export function AccountMenu({ account, signOut }: AccountMenuProps) {
  const [leaving, leave] = useTransition();
  const router = useRouter();
  return (
    <Menu
      label={`Account of ${account.name}`}
      icon={<Avatar name={account.name} look="initial" className="text-sm" />}
      items={[
        {
          label: "Account",
          icon: <UserRound aria-hidden="true" />,
          onSelect: () => router.push("/host/account"),
        },
        {
          label: "People",
          icon: <UsersRound aria-hidden="true" />,
          onSelect: () => router.push("/host/people"),
        },
        {
          label: "Privacy",
          icon: <ShieldCheck aria-hidden="true" />,
          onSelect: () => router.push("/host/privacy"),
        },
        {
          label: "Webhooks",
          icon: <Webhook aria-hidden="true" />,
          onSelect: () => router.push("/host/webhooks"),
        },
        ...(account.role === "owner"
          ? [
              {
                label: "Operating",
                icon: <ServerCog aria-hidden="true" />,
                onSelect: () => router.push("/admin"),
              },
            ]
          : []),
        {
          label: leaving ? "Signing out…" : `Sign out ${account.email}`,
          icon: <LogOut aria-hidden="true" />,
          disabled: leaving,
          onSelect: () => leave(() => signOut()),
        },
      ]}
    />
  );
}
