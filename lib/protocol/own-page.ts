/**
 * A page on which something failed posts here to hear whether its own address was the reason: 204 if not, or problem
 * details (`bad_origin`) with `answersAt` and `openedAt`.
 */
export const OWN_PAGE_PATH = "/own-page";

/** Where pages get the script that tells of their errors, and where it tells them. */
export const ERROR_SCRIPT_PATH = "/error-reports.js";
export const ERROR_REPORTS_PATH = "/error-reports";
