"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { HintButton } from "#components/ui/buttons/hint-button.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";

const SHOWN_MS = 2_000;

/** `url` may be a path of this site; `text` is copied as it is. */
type CopyButtonProps = { label: string; className?: string } & (
  | { url: string; text?: never }
  | { text: string; url?: never }
);

export function CopyButton({ url, text: given, label, className }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const toast = useToast();

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    const text = given ?? new URL(url ?? "", location.href).href;
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Browsers allow it on secure pages only; then the text is there to be copied by hand.
      toast(<span className="select-all break-all">{text}</span>, "info");
    }
  }

  return (
    <HintButton aria-label={copied ? "Copied" : label} onClick={copy} className={className}>
      {copied ? <Check aria-hidden="true" className="text-success-ink" /> : <Copy aria-hidden="true" />}
    </HintButton>
  );
}
