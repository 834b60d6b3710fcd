import type { Metadata } from "next";
import Link from "next/link";
import { Wordmark } from "#components/ui/page/logo.tsx";
import { Workbench } from "./workbench.tsx";

export const metadata: Metadata = {
  title: { absolute: "Try the API · Ovation" },
  description: "Every call and every message of the API, to read and to try against this server.",
};

/** The reference as a workbench: calls are made from here, with a key of one's own. What it shows is the documents themselves. */
export default function TryPage() {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-between gap-4 border-line border-b px-4 py-3">
        <Link href="/" aria-label="Ovation, home" className="rounded-sm text-2xl">
          <Wordmark />
        </Link>
        <a
          href="/docs"
          className="rounded-sm font-semibold underline decoration-line-strong underline-offset-4"
        >
          Reading page
        </a>
      </header>
      <Workbench />
    </div>
  );
}
