import type { Metadata } from "next";
import { headers } from "next/headers";
import { LOCALE_HEADER } from "#lib/http/stamp.ts";
import { DEFAULT_LOCALE, isLocale } from "#lib/language/locales.ts";
import { DOCUMENT_METADATA, DOCUMENT_VIEWPORT, Document } from "./document.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import "./everyone.css";

export const viewport = DOCUMENT_VIEWPORT;
export const metadata: Metadata = { ...DOCUMENT_METADATA, title: "404 · Ovation" };

/** The 404 page of addresses that no route matches, in the visitor's language. */
export default async function GlobalNotFound() {
  const asked = (await headers()).get(LOCALE_HEADER);
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const { default: trouble } = await import(`../messages/trouble/${locale}.json`);
  return (
    <Document locale={locale}>
      <NotFoundPage words={trouble.notFound} />
    </Document>
  );
}
