"use client";

import { EyeOff, ScreenShare } from "lucide-react";
import { classNames } from "#components/ui/class-names.ts";
import { useToast } from "#components/ui/overlays/toast.tsx";
import { switchSharing, useSharing } from "./sharing.ts";

const HINT = "Hides right answers, bars and standings here until the big screen has shown them.";

/** In the header, where it is found in every phase and seen when it is on. */
export function SharingSwitch({ className }: { className?: string }) {
  const sharing = useSharing();
  const toast = useToast();
  const Icon = sharing ? EyeOff : ScreenShare;
  return (
    <button
      type="button"
      aria-pressed={sharing}
      aria-label="I’m sharing this screen"
      title={HINT}
      onClick={() => {
        switchSharing(!sharing);
        toast(sharing ? "You see everything again." : HINT, "info");
      }}
      className={classNames(
        "inline-flex min-h-11 shrink-0 items-center gap-2 rounded-md px-3 font-semibold text-sm transition-colors",
        sharing ? "bg-accent text-on-accent" : "text-ink hover:bg-ink/8",
        className,
      )}
    >
      <Icon aria-hidden="true" className="size-5" />
      <span className="whitespace-nowrap max-lg:hidden">I’m sharing this screen</span>
    </button>
  );
}
