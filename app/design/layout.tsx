import type { ReactNode } from "react";
import { DEFAULT_LOCALE } from "#lib/language/locales.ts";
import { SURFACES } from "#lib/web/message-types.ts";
import { DOCUMENT_METADATA, DOCUMENT_VIEWPORT, Document } from "../document.tsx";
import { Messages } from "../messages.tsx";
import "../everyone.css";

export const metadata = DOCUMENT_METADATA;
export const viewport = DOCUMENT_VIEWPORT;

export default function DesignLayout({ children }: { children: ReactNode }) {
  return (
    <Document locale={DEFAULT_LOCALE}>
      <Messages surfaces={SURFACES}>{children}</Messages>
    </Document>
  );
}
