import type { ReactNode } from "react";
import { Wordmark } from "#components/ui/page/logo.tsx";

/** One sentence and at most one thing to do, on a phone that is or was a remote. */
export function RemotePage({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <main
      data-theme="dark"
      className="stage safe-x safe-bottom relative grid min-h-dvh grid-rows-[auto_1fr_auto] gap-8 overflow-hidden py-7"
    >
      <div
        className="beam -translate-x-1/2 absolute -top-6 bottom-0 left-1/2 w-[min(44rem,160%)]"
        aria-hidden="true"
      />
      <Wordmark className="relative text-2xl" />
      <div className="relative mx-auto grid w-full max-w-md content-center gap-4">
        <h1 className="display text-balance text-[clamp(2.25rem,9vw,3.25rem)]">{title}</h1>
        <p className="text-pretty text-ink-muted text-lg">{children}</p>
      </div>
      <div className="relative mx-auto grid w-full max-w-md gap-4">{action}</div>
    </main>
  );
}

/** The phone was a remote, and is none any more. */
export function RemoteOver({ why }: { why: "removed" | "ended" }) {
  return why === "ended" ? (
    <RemotePage title="The quiz has ended.">
      This phone is no longer its remote. You can close this page.
    </RemotePage>
  ) : (
    <RemotePage title="This phone is no longer the remote.">
      The host removed it. To use it again, scan the code that the control room shows.
    </RemotePage>
  );
}
