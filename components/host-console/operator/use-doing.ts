"use client";

import { useTransition } from "react";
import { useToast } from "#components/ui/overlays/toast.tsx";
import { sentenceOf } from "./operator-api.ts";

/** Does something at the server, tells how it went, and then `after`. */
export function useDoing() {
  const [working, work] = useTransition();
  const toast = useToast();
  function doing(action: () => Promise<unknown>, told: string, after: () => void) {
    work(async () => {
      try {
        await action();
        toast(told, "success");
      } catch (error) {
        toast(sentenceOf(error), "danger");
      }
      after();
    });
  }
  return { working, doing };
}
