"use client";

import { useRouter } from "next/navigation";
import { Select } from "#components/ui/fields/select.tsx";
import type { Shelves, Sort } from "#lib/quiz/library/library-store.ts";
import { type LibraryAddress, libraryHref } from "./library-address.ts";

const ANY = "";
const SORT_CHOICES: { value: Sort; label: string }[] = [
  { value: "changed", label: "Last changed" },
  { value: "title", label: "Title" },
  { value: "played", label: "Last played" },
];

type LibraryFiltersProps = { address: LibraryAddress; shelves: Shelves };

/** Which folder and tag, and in what order. Folders and tags are asked for only where there are some. */
export function LibraryFilters({ address, shelves }: LibraryFiltersProps) {
  const router = useRouter();
  const go = (changes: Partial<LibraryAddress>) =>
    router.push(libraryHref(address, changes), { scroll: false });
  return (
    <>
      {(shelves.folders.length > 0 || address.folder !== null) && (
        <Select
          label="Folder"
          hideLabel
          className="min-w-0 flex-1 grid-cols-[minmax(0,1fr)] sm:max-w-56 basis-36"
          value={address.folder ?? ANY}
          onChange={(folder) => go({ folder: folder === ANY ? null : folder })}
          choices={[{ value: ANY, label: "All folders" }, ...named(shelves.folders, address.folder)]}
        />
      )}
      {(shelves.tags.length > 0 || address.tag !== null) && (
        <Select
          label="Tag"
          hideLabel
          className="min-w-0 flex-1 grid-cols-[minmax(0,1fr)] sm:max-w-56 basis-32"
          value={address.tag ?? ANY}
          onChange={(tag) => go({ tag: tag === ANY ? null : tag })}
          choices={[{ value: ANY, label: "All tags" }, ...named(shelves.tags, address.tag)]}
        />
      )}
      <Select
        label="Sort by"
        hideLabel
        className="min-w-0 flex-1 grid-cols-[minmax(0,1fr)] sm:max-w-56 basis-40"
        value={address.sort}
        onChange={(sort) => go({ sort })}
        choices={SORT_CHOICES}
      />
    </>
  );
}

/** With the one that the address names, though no quiz is in it any more. */
function named(there: Shelves["folders"], asked: string | null) {
  const choices = there.map(({ name, quizzes }) => ({ value: name, label: `${name} (${quizzes})` }));
  if (asked === null || there.some(({ name }) => name === asked)) return choices;
  return [...choices, { value: asked, label: `${asked} (0)` }];
}
