import type { MetadataRoute } from "next";
import { notFound } from "next/navigation";
import { directionOf, isLocale, LOCALES } from "#lib/language/locales.ts";

export const dynamic = "force-static";

export function generateStaticParams() {
  return LOCALES.map((locale) => ({ locale }));
}

/**
 * Installed, Ovation opens where a PIN is entered. There is no service worker: a live quiz is nothing without its
 * server, and an old shell kept by a phone would only stand in the way of a new one.
 */
export async function GET(_: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { default: landing } = await import(`../../../messages/landing/${locale}.json`);
  const manifest: MetadataRoute.Manifest = {
    id: "/join",
    lang: locale,
    dir: directionOf(locale),
    name: landing.meta.title,
    short_name: "Ovation",
    description: landing.meta.description,
    start_url: "/join",
    scope: "/",
    display: "standalone",
    orientation: "any",
    background_color: "#faf5eb",
    theme_color: "#171a2f",
    categories: ["education", "entertainment", "games"],
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
      { src: "/icons/ovation-192.png", type: "image/png", sizes: "192x192" },
      { src: "/icons/ovation-512.png", type: "image/png", sizes: "512x512" },
      { src: "/icons/ovation-maskable-512.png", type: "image/png", sizes: "512x512", purpose: "maskable" },
    ],
  };
  return Response.json(manifest, { headers: { "Content-Type": "application/manifest+json" } });
}
