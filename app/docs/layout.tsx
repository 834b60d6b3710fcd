import type { ReactNode } from "react";
import { DEFAULT_LOCALE } from "#lib/language/locales.ts";
import { DOCUMENT_METADATA, DOCUMENT_VIEWPORT, Document } from "../document.tsx";
import { Messages } from "../messages.tsx";
import "../everyone.css";

export const metadata = DOCUMENT_METADATA;
export const viewport = DOCUMENT_VIEWPORT;

export default function DocsLayout({ children }: { children: ReactNode }) {
  return (
    <Document locale={DEFAULT_LOCALE}>
      <Messages surfaces={["ui"]}>{children}</Messages>
    </Document>
  );
}
