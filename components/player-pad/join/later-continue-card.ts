import { later } from "#components/ui/page/later.ts";

/** Only browsers that have played under this PIN need it; use-pin-check.ts fetches it for them. */
export const continueCard = later(() => import("./continue-card.tsx"));
