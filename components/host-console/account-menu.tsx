"use client";

import { LogOut } from "lucide-react";
import { useTransition } from "react";
import { Menu } from "#components/ui/overlays/menu.tsx";
import { Avatar } from "#components/ui/player/avatar.tsx";

export type AccountMenuProps = { account: { name: string; email: string }; signOut(): Promise<void> };

/** Who is signed in, and the way out. */
export function AccountMenu({ account, signOut }: AccountMenuProps) {
  const [leaving, leave] = useTransition();
  return (
    <Menu
      label={`Account of ${account.name}`}
      icon={<Avatar name={account.name} look="initial" className="text-sm" />}
      items={[
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
