import { Archive, LibraryBig, Trash2 } from "lucide-react";
import Link from "next/link";
import { classNames } from "#components/ui/class-names.ts";
import type { Shelves } from "#lib/quiz/library/library-store.ts";
import { type LibraryAddress, libraryHref } from "./library-address.ts";

/** The ways between quizzes, archive and trash, once there is something in one of these. */
export function ShelfLinks({ address, shelves }: { address: LibraryAddress; shelves: Shelves }) {
  const links = [
    { shelf: "active", label: "Quizzes", count: shelves.active, icon: LibraryBig },
    { shelf: "archived", label: "Archive", count: shelves.archived, icon: Archive },
    { shelf: "trash", label: "Trash", count: shelves.trashed, icon: Trash2 },
  ] as const;
  if (shelves.archived + shelves.trashed === 0 && address.shelf === "active") return null;
  return (
    <nav aria-label="Where your quizzes are" className="flex flex-wrap gap-1">
      {links.map(({ shelf, label, count, icon: Icon }) => {
        const here = shelf === address.shelf;
        return (
          <Link
            key={shelf}
            href={libraryHref({ ...address, query: "", folder: null, tag: null }, { shelf })}
            prefetch={false}
            aria-current={here ? "page" : undefined}
            className={classNames(
              "numerals inline-flex min-h-11 items-center gap-2 rounded-md px-3.5 font-semibold max-sm:px-3",
              here ? "bg-ink/8 text-ink" : "text-ink-muted hover:bg-ink/5 hover:text-ink",
            )}
          >
            <Icon aria-hidden="true" className="size-4.5 max-sm:hidden" />
            <span>{label}</span>
            <span className="font-medium text-ink-muted text-sm">{count.toLocaleString("en")}</span>
          </Link>
        );
      })}
    </nav>
  );
}
