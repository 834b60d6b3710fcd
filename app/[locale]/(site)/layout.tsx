import type { ReactNode } from "react";
import "../../participants.css";

export default function SiteLayout({ children }: { children: ReactNode }) {
  return children;
}
