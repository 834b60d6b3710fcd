import { notFound } from "next/navigation";
import { KitchenSink } from "./kitchen-sink.tsx";

/** Every token and component on one page, for the eye; not part of the product. */
export default function DesignPage() {
  if (process.env.NODE_ENV === "production") notFound();
  return <KitchenSink />;
}
