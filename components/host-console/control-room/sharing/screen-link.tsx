"use client";

import { Projector } from "lucide-react";
import { buttonStyles } from "#components/ui/buttons/button-styles.ts";
import { CopyButton } from "./copy-button.tsx";

/** Opens the room's screen in a window of its own. Its link shows everything and can do nothing, so it may be shared. */
export function ScreenLink({ presenterUrl }: { presenterUrl: string }) {
  const path = ownPath(presenterUrl);
  return (
    <span className="flex items-center gap-1">
      <a
        href={path}
        target="_blank"
        rel="noopener"
        aria-label="Open the big screen in a new window"
        className={buttonStyles("secondary", "md", "max-sm:px-3")}
      >
        <Projector aria-hidden="true" className="size-5" />
        <span className="max-sm:sr-only">Big screen</span>
      </a>
      <CopyButton url={path} label="Copy the link of the big screen" className="max-sm:hidden" />
    </span>
  );
}

/** By the address this page was opened by: a host on a phone cannot open the server's `localhost`. */
export function ownPath(presenterUrl: string): string {
  const { pathname, search, hash } = new URL(presenterUrl);
  return pathname + search + hash;
}
