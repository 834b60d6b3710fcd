import type { ReactNode } from "react";
import "../../everyone.css";

export default function PresenterLayout({ children }: { children: ReactNode }) {
  return children;
}
