import type { ReactNode } from "react";
import { DEFAULT_LOCALE } from "#lib/language/locales.ts";
import { DOCUMENT_METADATA, DOCUMENT_VIEWPORT, Document } from "../document.tsx";
import { Messages } from "../messages.tsx";
import { HOST_SURFACES } from "./host-surfaces.ts";
import "../everyone.css";

export const metadata = DOCUMENT_METADATA;
export const viewport = DOCUMENT_VIEWPORT;

/** Hosts are spoken to in English; the texts are for the components that they share with players and screens. */
export default function HostRootLayout({ children }: { children: ReactNode }) {
  return (
    <Document locale={DEFAULT_LOCALE}>
      <Messages surfaces={HOST_SURFACES}>{children}</Messages>
    </Document>
  );
}
