/** Far above any honest body but a long quiz. */
export const BODY_MAX_BYTES = 256 * 1024;
