"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { classNames } from "#components/ui/class-names.ts";

export interface WindowSize {
  width: number;
  height: number;
  /** How much smaller it is shown. */
  scale: number;
  /** Whether it becomes taller with what it shows. */
  grows?: true;
}
/** Heights that follow the window's grow along; after this many turns the rest is less than a line. */
const TURNS = 4;

type FramedWindowProps = { title: string; size: WindowSize; className?: string; children: ReactNode };

/**
 * A window of another size within the page: what is inside is laid out as on a phone, or on a big screen, whatever screen the
 * host has. Nothing in it can be pressed, read out or reached by keyboard.
 */
export function FramedWindow({ title, size, className, children }: FramedWindowProps) {
  const { width, scale, grows } = size;
  const frame = useRef<HTMLIFrameElement>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);
  const [grown, setGrown] = useState(0);
  const height = Math.max(grown, size.height);

  useEffect(() => {
    if (!body) return;
    const undress = dressed(body.ownerDocument);
    if (!grows) return undress;
    const sized = new ResizeObserver(
      () => frame.current && setGrown(wantedHeight(frame.current, size.height)),
    );
    sized.observe(body);
    return () => {
      undress();
      sized.disconnect();
    };
  }, [body, grows, size.height]);

  // A page from the server has loaded the frame before its scripts have come.
  useEffect(() => setBody(inertBody(frame.current)), []);

  return (
    <div
      inert
      className={classNames("box-content overflow-hidden border-ink/85 bg-background", className)}
      style={{ width: width * scale, height: height * scale }}
    >
      <iframe
        ref={frame}
        title={title}
        srcDoc="<!doctype html>"
        tabIndex={-1}
        onLoad={(event) => setBody(inertBody(event.currentTarget))}
        className="origin-top-left"
        style={{ width, height, transform: `scale(${scale})` }}
      />
      {body && createPortal(children, body)}
    </div>
  );
}

/** The body of the loaded frame. Inert itself, too: a pad that takes the focus as it opens would take it from the editor. */
function inertBody(frame: HTMLIFrameElement | null): HTMLElement | null {
  const inside = frame?.contentDocument;
  if (inside?.URL !== "about:srcdoc" || inside.readyState !== "complete") return null;
  inside.body.inert = true;
  return inside.body;
}

/** The styles of the page and the marks on its root, theme and language among them, for as long as they are shown. */
function dressed(inside: Document): () => void {
  const styles = document.head.querySelectorAll('link[rel="stylesheet"], style');
  inside.head.replaceChildren(...[...styles].map((style) => inside.importNode(style, true)));
  inside.body.className = document.body.className;
  const wear = () => {
    for (const { name, value } of document.documentElement.attributes)
      inside.documentElement.setAttribute(name, value);
  };
  wear();
  const seen = new MutationObserver(wear);
  seen.observe(document.documentElement, { attributes: true });
  return () => seen.disconnect();
}

/** As tall as its content wants it, and never shorter than it should be. */
function wantedHeight(frame: HTMLIFrameElement, least: number): number {
  let height = least;
  for (let turn = 0; turn < TURNS; turn++) {
    frame.style.height = `${height}px`;
    height = Math.max(height, frame.contentDocument?.documentElement.scrollHeight ?? 0);
  }
  frame.style.height = `${height}px`;
  return height;
}
