import { notFound } from "next/navigation";

/** Whatever nobody else answers: the empty stage, in the asker's language. */
export default function NothingHere() {
  notFound();
}
