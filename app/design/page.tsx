import { notFound } from "next/navigation";
import { connection } from "next/server";
import { currentRuntime } from "#lib/runtime/current.ts";
import { KitchenSink } from "./kitchen-sink.tsx";

/** Every token and component on one page, for the eye; only in development, not part of the product. */
export default async function DesignPage() {
  await connection();
  if (!currentRuntime().config.development) notFound();
  return <KitchenSink />;
}
