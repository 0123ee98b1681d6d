import * as React from 'react';
import type { ILookProps } from './look-props';

/** Who walks over rows with the arrow keys looks into none of them. */
const DWELL_MS = 350;

const ContentsView = React.lazy(() => import('./contents-view'));

/**
 * A look that begins when somebody stays.
 */
export function LazyLook(props: ILookProps): React.JSX.Element | null {
  const [hasStayed, setHasStayed] = React.useState(false);
  React.useEffect(() => {
    const timer = setTimeout(() => {
      setHasStayed(true);
    }, DWELL_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return hasStayed ? (
    <React.Suspense fallback={null}>
      <ContentsView {...props} />
    </React.Suspense>
  ) : null;
}
