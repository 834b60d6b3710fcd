/** The element that draw-early.ts draws into; whatever follows it is hidden while it holds something. */
export const EARLY_LAYER = "early-question";

/** The screens that wait in the page, by how their options are laid out. */
export const SCREENS = ["compact", "rows", "truefalse"] as const;

export interface EarlyLayer extends HTMLElement {
  /** The page itself is ready: nothing is drawn any more. */
  over?: boolean;
  /** A finger is on it: what it shows must stay until that is lifted. */
  held?: boolean;
  /** Set when the page itself is ready: gives way to it, with the option that was tapped last. */
  leave?: (choice?: number) => void;
}

/**
 * The page's own screen takes the place of the early one. What had the focus keeps it, what was being pressed gets its
 * tap, and nothing fades in a second time.
 */
export function takeOverEarly(): void {
  const layer = document.getElementById(EARLY_LAYER) as EarlyLayer | null;
  if (!layer) return;
  layer.over = true;
  // Whatever an extension puts into it hides the page no more.
  const stepAside = () => layer.classList.remove("peer");
  if (!layer.firstChild) {
    stepAside();
    return;
  }
  const buttons = (within: Element | null) => [
    ...(within?.querySelectorAll<HTMLButtonElement>("button[data-option]") ?? []),
  ];
  layer.leave = (choice = -1) => {
    layer.leave = undefined;
    const focused = buttons(layer).indexOf(document.activeElement as HTMLButtonElement);
    layer.replaceChildren();
    stepAside();
    for (const animation of document.getAnimations())
      if (animation instanceof CSSAnimation && animation.animationName === "fade") animation.finish();
    const own = buttons(document.querySelector("main"));
    own[focused]?.focus({ preventScroll: true });
    own[choice]?.click();
  };
  if (!layer.held) layer.leave();
}
