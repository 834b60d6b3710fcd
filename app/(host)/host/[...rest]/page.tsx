import { notFound } from "next/navigation";

/** An address under the host's desk that leads nowhere: the empty stage, in the host's own look. */
export default function NothingHere() {
  notFound();
}
