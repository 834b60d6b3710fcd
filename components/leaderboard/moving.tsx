"use client";

import { domMax, LazyMotion, MotionConfig } from "motion/react";
import type { ReactNode } from "react";

/**
 * Rows and steps inside may travel; who asked for less motion sees them where they belong at once. What moves them comes
 * with the page: loaded later, it could fail, and names that wait for their entrance would never be seen.
 */
export function Moving({ children }: { children: ReactNode }) {
  return (
    <LazyMotion features={domMax} strict>
      <MotionConfig reducedMotion="user">{children}</MotionConfig>
    </LazyMotion>
  );
}
