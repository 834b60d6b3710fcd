"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState, useTransition } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { controlStyles } from "#components/ui/fields/field.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { type LibraryAddress, libraryHref } from "./library-address.ts";

/** Typing rests for so long before it is looked for. */
const REST_MS = 150;

/** Finds quizzes as one types; the address follows, so that *Back* from a quiz finds the same list. */
export function SearchField({ address }: { address: LibraryAddress }) {
  const id = useId();
  const router = useRouter();
  const [typed, setTyped] = useState(address.query);
  const [searching, startSearching] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef<HTMLInputElement>(null);

  // The address changed by another way than typing: *Show all*.
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(address.query);
  }, [address.query]);

  useEffect(() => {
    const back = () => setTyped(new URLSearchParams(location.search).get("q") ?? "");
    addEventListener("popstate", back);
    return () => {
      removeEventListener("popstate", back);
      clearTimeout(timer.current);
    };
  }, []);

  function search(query: string) {
    clearTimeout(timer.current);
    startSearching(() => router.replace(libraryHref(address, { query }), { scroll: false }));
  }

  return (
    <search className="min-w-0 flex-1 basis-64">
      <form
        action="/host"
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          search(typed.trim());
        }}
      >
        <label htmlFor={id} className="sr-only">
          Search your quizzes
        </label>
        <span className="pointer-events-none absolute inset-y-0 start-0 grid w-11 place-items-center text-ink-muted">
          {searching ? <Spinner className="size-5" /> : <Search aria-hidden="true" className="size-5" />}
        </span>
        <input
          ref={field}
          id={id}
          name="q"
          type="search"
          maxLength={200}
          autoComplete="off"
          placeholder="Search your quizzes"
          value={typed}
          onChange={({ target: { value } }) => {
            setTyped(value);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => search(value.trim()), REST_MS);
          }}
          className={classNames(controlStyles, "min-h-11 ps-11")}
        />
      </form>
    </search>
  );
}
