import { SORTS, type Sort } from "#lib/quiz/library/library-store.ts";

/** The state of the desk in its address, so that it can be bookmarked and *Back* works. */
export interface LibraryAddress {
  query: string;
  folder: string | null;
  tag: string | null;
  shelf: "active" | "archived" | "trash";
  sort: Sort;
  /** Where this page begins. */
  cursor: string | null;
}

type Parameters = Record<string, string | string[] | undefined>;

/** Whatever is not understood is left out. */
export function readLibraryAddress(parameters: Parameters): LibraryAddress {
  const one = (name: string) => {
    const value = parameters[name];
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined || first === "" ? null : first.slice(0, 400);
  };
  const shelf = one("shelf");
  const sort = one("sort");
  return {
    query: one("q")?.slice(0, 200) ?? "",
    folder: one("folder"),
    tag: one("tag"),
    shelf: shelf === "archived" || shelf === "trash" ? shelf : "active",
    sort: SORTS.find((each) => each === sort) ?? "changed",
    cursor: one("cursor"),
  };
}

/** The address with these changes, on its first page. */
export function libraryHref(address: LibraryAddress, changes: Partial<LibraryAddress> = {}): string {
  const { query, folder, tag, shelf, sort, cursor } = { ...address, cursor: null, ...changes };
  const parameters = new URLSearchParams();
  if (query !== "") parameters.set("q", query);
  if (folder !== null) parameters.set("folder", folder);
  if (tag !== null) parameters.set("tag", tag);
  if (shelf !== "active") parameters.set("shelf", shelf);
  if (sort !== "changed") parameters.set("sort", sort);
  if (cursor !== null) parameters.set("cursor", cursor);
  const search = parameters.toString();
  return search === "" ? "/host" : `/host?${search}`;
}

export function isFiltered({ query, folder, tag }: LibraryAddress): boolean {
  return query !== "" || folder !== null || tag !== null;
}
