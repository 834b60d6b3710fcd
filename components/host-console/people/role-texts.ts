import type { Role } from "#lib/auth/rights.ts";

/** A role's name and rights, in words: about others, and to the person who has it. */
export const ROLE_TEXTS: Record<Role, { name: string; hint: string; you: string }> = {
  owner: {
    name: "Owner",
    hint: "Writes and runs quizzes, and manages people.",
    you: "You will be an owner: you write and run quizzes, and manage people.",
  },
  host: {
    name: "Host",
    hint: "Writes and runs quizzes.",
    you: "You will be a host: you write and run quizzes together.",
  },
  viewer: {
    name: "Viewer",
    hint: "Sees quizzes and results, but cannot change anything.",
    you: "You will be a viewer: you see quizzes and results.",
  },
};

/** In the order in which they are offered. */
export const ROLE_CHOICES = Object.keys(ROLE_TEXTS) as Role[];
