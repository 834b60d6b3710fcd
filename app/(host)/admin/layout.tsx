import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ServerWatch } from "#components/host-console/server-watch.tsx";
import { HintProvider } from "#components/ui/buttons/hint-button.tsx";
import { ToastProvider } from "#components/ui/overlays/toast.tsx";

export const metadata: Metadata = { robots: { index: false } };

/** As the host's pages have it; these, too, check who asks by themselves. */
export default function OperatorLayout({ children }: { children: ReactNode }) {
  return (
    <HintProvider>
      <ToastProvider>
        <ServerWatch />
        {children}
      </ToastProvider>
    </HintProvider>
  );
}
