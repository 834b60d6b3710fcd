import type { ReactNode } from "react";
import { DEFAULT_LOCALE } from "#lib/language/locales.ts";
import { DOCUMENT_METADATA, DOCUMENT_VIEWPORT, Document } from "../document.tsx";
import { Messages } from "../messages.tsx";
import "../everyone.css";

export const metadata = DOCUMENT_METADATA;
export const viewport = DOCUMENT_VIEWPORT;

/** Hosts are spoken to in English; the texts are for the components that they share with players and screens. */
export default function HostRootLayout({ children }: { children: ReactNode }) {
  return (
    <Document locale={DEFAULT_LOCALE}>
      <Messages surfaces={["board", "connection", "refusals", "trouble", "ui"]}>{children}</Messages>
    </Document>
  );
}
