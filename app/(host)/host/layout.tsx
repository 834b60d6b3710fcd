import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ServerWatch } from "#components/host-console/server-watch.tsx";
import { HintProvider } from "#components/ui/buttons/hint-button.tsx";
import { ToastProvider } from "#components/ui/overlays/toast.tsx";

export const metadata: Metadata = { robots: { index: false } };

/** Pages check who asks by themselves (`requireHost`): a layout is not drawn again when one moves between them. */
export default function HostLayout({ children }: { children: ReactNode }) {
  return (
    <HintProvider>
      <ToastProvider>
        <ServerWatch />
        {children}
      </ToastProvider>
    </HintProvider>
  );
}
