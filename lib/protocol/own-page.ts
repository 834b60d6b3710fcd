/**
 * A page on which something failed posts here to hear whether its own address was the reason: 204 if not, or problem
 * details (`bad_origin`) with `answersAt` and `openedAt`.
 */
export const OWN_PAGE_PATH = "/own-page";
