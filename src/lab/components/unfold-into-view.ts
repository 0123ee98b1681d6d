import type * as React from 'react';

/**
 * For a `details` that is unfolded at the lower edge: what comes out is shown, not only made.
 */
export function unfoldIntoView({
  currentTarget
}: React.SyntheticEvent<HTMLDetailsElement>): void {
  if (currentTarget.open) {
    currentTarget.scrollIntoView({ block: 'nearest' });
  }
}
