import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isLocale, LOCALES } from "#lib/language/locales.ts";
import { DOCUMENT_METADATA, DOCUMENT_VIEWPORT, Document } from "../document.tsx";
import { Messages } from "../messages.tsx";

export const viewport = DOCUMENT_VIEWPORT;

/** One static variant per language, all built ahead. */
export function generateStaticParams() {
  return LOCALES.map((locale) => ({ locale }));
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("landing");
  return {
    ...DOCUMENT_METADATA,
    title: { default: t("meta.title"), template: "%s · Ovation" },
    description: t("meta.description"),
  };
}

export default async function RootLayout({ children, params }: LayoutProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <Document locale={locale}>
      <Messages surfaces={["trouble"]}>{children}</Messages>
    </Document>
  );
}
