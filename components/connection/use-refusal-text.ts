import { useTranslations } from "next-intl";
import { useCallback } from "react";

/** The server says no by a code; this says why, in the reader's language. Codes it does not know are a fault of ours. */
export function useRefusalText(): (code: string) => string {
  const t = useTranslations("refusals");
  return useCallback((code) => t(t.has(code as "internal") ? (code as "internal") : "internal"), [t]);
}
