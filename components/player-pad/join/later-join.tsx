"use client";

import type { ComponentProps } from "react";
import { later, useLater } from "#components/ui/page/later.ts";

/** Parts that joining does not need: the form works without them, and their space is reserved. */

const look = later(() => import("./look-field.tsx"));
const language = later(() => import("#components/ui/fields/language-choice.tsx"));

type Loaded<T extends { fetch(): Promise<unknown> }> = Awaited<ReturnType<T["fetch"]>>;

export function LookField(props: ComponentProps<Loaded<typeof look>["LookField"]>) {
  const part = useLater(look);
  return part ? <part.LookField {...props} /> : <div className="min-h-13" />;
}

export function LanguageChoice(props: ComponentProps<Loaded<typeof language>["LanguageChoice"]>) {
  const part = useLater(language);
  return part ? <part.LanguageChoice {...props} /> : <div className="mt-8 min-h-11" />;
}
