"use client";

import { useState, useTransition } from "react";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { Refusal } from "#lib/kernel/refusal.ts";
import type { ActionResult } from "#lib/web/action-result.ts";
import { fieldProblem } from "./field-problem.ts";

/** A form that keeps what was typed when it is refused, and says why beside the field concerned. */
export function useFormAction(told: string) {
  const [saving, save] = useTransition();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const toast = useToast();

  function submit(action: () => Promise<ActionResult<object>>, after?: () => void) {
    save(async () => {
      try {
        const done = await action();
        setRefusal(done.ok ? null : done.refusal);
        if (!done.ok) return;
        toast(told, "success");
        after?.();
      } catch {
        toast("The server could not be reached. Check the connection and try again.", "danger");
      }
    });
  }

  return {
    saving,
    submit,
    beside: (field: string) => fieldProblem(refusal, field),
    /** The refusal, if it belongs to no field. */
    above: refusal && !refusal.problems?.some(({ path }) => path !== "") ? refusal.message : null,
  };
}
