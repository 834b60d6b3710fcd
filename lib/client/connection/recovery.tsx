"use client";

import { Component, Fragment, type ReactNode } from "react";

/** More than so many in so short a time are no accident: then the page says so, rather than flicker. */
const RECOVERIES_MAX = 3;
const WITHIN_MS = 10_000;

interface RecoveryState {
  failure: { error: unknown } | null;
  nth: number;
}

/**
 * The last net: a screen that fails to draw is made anew, from what the page knows, while the connection and the answers on
 * their way go on. The usual cause is a browser extension that has changed the page.
 */
export class Recovery extends Component<{ children: ReactNode }, RecoveryState> {
  override state: RecoveryState = { failure: null, nth: 0 };
  private failedAtMs: number[] = [];

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } };
  }

  override componentDidCatch(): void {
    const nowMs = performance.now();
    this.failedAtMs = [...this.failedAtMs.filter((atMs) => nowMs - atMs < WITHIN_MS), nowMs];
    if (this.failedAtMs.length <= RECOVERIES_MAX)
      this.setState(({ nth }) => ({ failure: null, nth: nth + 1 }));
    else this.forceUpdate();
  }

  override render(): ReactNode {
    const { failure, nth } = this.state;
    if (!failure) return <Fragment key={nth}>{this.props.children}</Fragment>;
    if (this.failedAtMs.length > RECOVERIES_MAX) throw failure.error;
    return null;
  }
}
