import type { ReactNode } from "react";
import "../../participants.css";

export default function PlayerLayout({ children }: { children: ReactNode }) {
  return children;
}
