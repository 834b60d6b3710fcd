"use client";

import { useLayoutEffect, useRef, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";

type FramedScreenProps = {
  title: string;
  src: string;
  /** Of the device, in its own pixels: the page inside is laid out for it, and drawn smaller. */
  width: number;
  height: number;
  className?: string;
};

/** A page of ours as it looks on another device. */
export function FramedScreen({ title, src, width, height, className }: FramedScreenProps) {
  const box = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const observer = new ResizeObserver(() => setScale(current.clientWidth / width));
    observer.observe(current);
    return () => observer.disconnect();
  }, [width]);
  return (
    <div
      ref={box}
      className={classNames("relative w-full overflow-hidden", className)}
      style={{ aspectRatio: `${width} / ${height}` }}
    >
      {scale > 0 && (
        <iframe
          title={title}
          src={src}
          allow="autoplay; fullscreen"
          className="absolute top-0 left-0 origin-top-left border-0"
          style={{ width, height, transform: `scale(${scale})` }}
        />
      )}
    </div>
  );
}
