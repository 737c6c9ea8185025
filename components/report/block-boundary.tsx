"use client";

import { unstable_rethrow } from "next/navigation";
import { Component } from "react";
import { FailedBlock } from "./failed-block";
import type { FailedWords } from "./failed-card";

/** One figure that cannot be drawn leaves the others as they are; trying again asks for the page anew. */
export class BlockBoundary extends Component<BlockBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(error: unknown) {
    // Where the router itself speaks by throwing: not found, a redirect.
    unstable_rethrow(error);
    return { hasFailed: true };
  }

  override render() {
    const { children, ...words } = this.props;
    if (!this.state.hasFailed) return children;
    return <FailedBlock {...words} onRetry={() => this.setState({ hasFailed: false })} />;
  }
}

type BlockBoundaryProps = FailedWords & { readonly children: React.ReactNode };
