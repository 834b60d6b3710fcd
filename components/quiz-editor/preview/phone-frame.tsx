"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";

/** A phone as most are, and how much smaller it is shown. */
const PHONE = { width: 390, height: 760, scale: 0.66 };
/** Heights that follow the window's grow along; after this many turns the rest is less than a line. */
const TURNS = 4;

/**
 * A window as wide as a phone, within the page: what is inside is laid out as on a phone, whatever screen the host has.
 * It grows with what it shows. Nothing in it can be pressed, read out or reached by keyboard.
 */
export function PhoneFrame({ title, children }: { title: string; children: ReactNode }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);
  const [height, setHeight] = useState(PHONE.height);

  useEffect(() => {
    if (!body) return;
    const undress = dressed(body.ownerDocument);
    const sized = new ResizeObserver(() => frame.current && setHeight(grown(frame.current)));
    sized.observe(body);
    return () => {
      undress();
      sized.disconnect();
    };
  }, [body]);

  // A page from the server has loaded the frame before its scripts have come.
  useEffect(() => setBody(inertBody(frame.current)), []);

  const { width, scale } = PHONE;
  return (
    <div
      inert
      className="box-content overflow-hidden rounded-[1.75rem] border-[5px] border-ink/85 bg-background"
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

/** As tall as its content wants it, and never shorter than a phone. */
function grown(frame: HTMLIFrameElement): number {
  let height = PHONE.height;
  for (let turn = 0; turn < TURNS; turn++) {
    frame.style.height = `${height}px`;
    height = Math.max(height, frame.contentDocument?.documentElement.scrollHeight ?? 0);
  }
  frame.style.height = `${height}px`;
  return height;
}
