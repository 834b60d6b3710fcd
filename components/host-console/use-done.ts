"use client";

import { type ReactNode, useTransition } from "react";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { ActionResult } from "#lib/web/action-result.ts";

/** Runs an action of a row or a button, and tells how it went; `told` when it went well. */
export function useDone() {
  const [working, work] = useTransition();
  const toast = useToast();
  function done(action: () => Promise<ActionResult<object>>, told?: ReactNode, after?: () => void) {
    work(async () => {
      try {
        const result = await action();
        if (!result.ok) return toast(result.refusal.message, "danger");
        if (told) toast(told, "success");
        after?.();
      } catch {
        toast("The server could not be reached. Check the connection and try again.", "danger");
      }
    });
  }
  return { working, done };
}
