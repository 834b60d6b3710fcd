import { z } from "zod";
import { languageTag } from "../language/tags.ts";

export const languageField = z
  .string("This must be text.")
  .refine((tag) => languageTag(tag) !== null, "Use the tag of a language, such as en or pt-BR.")
  .overwrite((tag) => languageTag(tag) ?? tag);
