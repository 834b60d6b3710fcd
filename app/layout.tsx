import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { THEME_SCRIPT } from "#components/ui/theme.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Ovation: live quizzes", template: "%s · Ovation" },
  description:
    "Live quizzes from a classroom to a hall of ten thousand. Join with a PIN, no account, no app.",
  applicationName: "Ovation",
  formatDetection: { telephone: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf5eb" },
    { media: "(prefers-color-scheme: dark)", color: "#0d0f1e" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, and it must run before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
