"use client";

import type { LucideIcon } from "lucide-react";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { useSingleKeys } from "#components/ui/keys/single-keys.ts";

type BarButtonProps = { icon: LucideIcon; label: string; hotkey?: string; onClick: (() => void) | undefined };

/** A quiet button of the control bar: icon above word on a phone, beside it on a desk. */
export function BarButton({ icon: Icon, label, hotkey, onClick }: BarButtonProps) {
  const keys = useSingleKeys();
  return (
    <button
      type="button"
      onClick={onClick}
      disabled={!onClick}
      aria-keyshortcuts={keys ? hotkey : undefined}
      className="flex min-h-12 min-w-12 flex-col items-center justify-center gap-0.5 rounded-md px-2 font-semibold text-ink text-xs transition-colors hover:bg-ink/8 active:bg-ink/14 disabled:opacity-45 lg:flex-row lg:gap-2 lg:px-3 lg:text-sm"
    >
      <Icon aria-hidden="true" className="size-5 shrink-0" />
      <span>{label}</span>
      {keys && hotkey && <Kbd className="max-lg:hidden pointer-coarse:hidden">{hotkey}</Kbd>}
    </button>
  );
}
