/**
 * Translators and other extensions change the page behind React's back: a translator puts each text into nested <font>s, or
 * something else in its place. React then removes a node that is no longer where it was, which throws and ends the page, or
 * writes into a text that is not on the page. So the page's own calls find a node where it is now (docs/decisions/021).
 *
 * In the page as text, ahead of all scripts, and for every page (app/document.tsx).
 */
export const FOREIGN_DOM_SCRIPT = `try{(${surviveForeignChanges})()}catch(e){}`;

/** Runs as text in the page, so it uses nothing but the browser. */
export function surviveForeignChanges(): void {
  const proto = Node.prototype;
  const { removeChild, insertBefore, appendChild } = proto;
  const nodeValue = Object.getOwnPropertyDescriptor(proto, "nodeValue") as PropertyDescriptor;
  /** Of what was taken out: what stands there instead, and what followed it. */
  const taken = new WeakMap<Node, { standIn: Node | undefined; next: Node | null }>();

  const note = (records: MutationRecord[]) => {
    let before: MutationRecord | undefined;
    for (const record of records) {
      const { target, addedNodes, removedNodes, previousSibling, nextSibling } = record;
      // In its place at once, or put beside a text first.
      const added = before?.target === target ? before.addedNodes[0] : undefined;
      const beside = added?.nodeName === "FONT" && (added === previousSibling || added === nextSibling);
      // A node that is back needs no stand-in; so no chain of stand-ins forms a circle.
      for (const node of addedNodes) taken.delete(node);
      for (const node of removedNodes)
        taken.set(node, { standIn: addedNodes[0] ?? (beside ? added : undefined), next: nextSibling });
      before = record;
    }
  };
  const observer = new MutationObserver(note);
  observer.observe(document, { childList: true, subtree: true });

  /** The child of `parent` that stands where `node` is or was. */
  const standing = (node: Node, parent: Node): Node | null => {
    note(observer.takeRecords());
    for (let at: Node | undefined = node; at; at = taken.get(at)?.standIn) {
      let child: Node = at;
      while (child.parentNode && child.parentNode !== parent) child = child.parentNode;
      if (child.parentNode === parent) return child;
    }
    return null;
  };

  /** The node that took the place of a text and is still there. */
  const replacement = (node: Node): ChildNode | null => {
    if (node.isConnected) return null;
    note(observer.takeRecords());
    let at = taken.get(node)?.standIn;
    while (at && !at.isConnected) at = taken.get(at)?.standIn;
    return (at as ChildNode | undefined) ?? null;
  };

  /** The outermost <font> that holds nothing else. None of our pages has any. */
  const wrapper = (node: Node): ChildNode | null => {
    let found: ChildNode | null = null;
    for (let up = node.parentNode; up?.nodeName === "FONT" && up.childNodes.length === 1; up = up.parentNode)
      found = up as Element;
    return found;
  };

  /** About to be put somewhere else: what stood for it, or held it, goes. */
  const leave = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) (replacement(node) ?? wrapper(node))?.remove();
  };

  proto.removeChild = function <T extends Node>(this: Node, node: T): T {
    if (node.parentNode === this) return removeChild.call(this, node) as T;
    const stand = standing(node, this);
    if (!stand?.contains(node)) {
      // Something else in its place, or nothing at all.
      if (stand) removeChild.call(this, stand);
      return node;
    }
    let from = node.parentNode as Node;
    removeChild.call(from, node);
    // Wrappers that are left empty go with it.
    while (from !== this && !from.firstChild) {
      const up = from.parentNode as Node;
      removeChild.call(up, from);
      from = up;
    }
    return node;
  };

  proto.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    leave(node);
    let at = before;
    for (let tries = 0; at && at.parentNode !== this && tries < 100; tries++)
      at = standing(at, this) ?? taken.get(at)?.next ?? null;
    return insertBefore.call(this, node, at?.parentNode === this ? at : null) as T;
  };

  proto.appendChild = function <T extends Node>(this: Node, node: T): T {
    leave(node);
    return appendChild.call(this, node) as T;
  };

  Object.defineProperty(proto, "nodeValue", {
    ...nodeValue,
    set(this: Node, value: string | null) {
      nodeValue.set?.call(this, value);
      // Back in its own place, where it is seen, and translated again like any new text.
      if (this.nodeType === Node.TEXT_NODE) (replacement(this) ?? wrapper(this))?.replaceWith(this);
    },
  });
}
