"use client";

import { type ComponentType, useEffect, useState } from "react";
import { hasMarkup } from "./has-markup.ts";

type Rendered = ComponentType<{ text: string }>;

/** Loaded once, for the first text that needs it. */
let renderer: Promise<Rendered> | null = null;
let loaded: Rendered | null = null;

/**
 * What a host wrote, with **bold**, *italic*, `code` and $maths$. Plain text costs nothing: the renderer is loaded for
 * the first text with such marks, and until it is there, or if it never comes, the text stands as it was written.
 */
export function RichText({ text }: { text: string }) {
  const rich = hasMarkup(text);
  const [Render, setRender] = useState<Rendered | null>(() => loaded);
  useEffect(() => {
    if (!rich || loaded) return;
    renderer ??= import("./rendered-text.tsx").then((module) => module.RenderedText);
    renderer.then(
      (component) => {
        loaded = component;
        setRender(() => component);
      },
      () => {
        renderer = null;
      },
    );
  }, [rich]);
  const Ready = Render ?? loaded;
  return rich && Ready ? <Ready text={text} /> : text;
}
