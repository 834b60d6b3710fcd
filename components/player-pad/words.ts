import type { useFormatter, useTranslations } from "next-intl";

/** The player's catalog and the numbers of a language, for functions outside components. */
export type PlayerWords = ReturnType<typeof useTranslations<"player">>;
export type Formatter = ReturnType<typeof useFormatter>;
