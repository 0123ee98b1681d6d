import * as React from 'react';

/** Whoever hears nothing for so long thinks that nothing is done any more. */
const QUIET_MS = 8000;

interface ISlowProps {
  /** Whatever is another object once something has come. */
  readonly news: unknown;
  readonly children: string;
}

/**
 * A sentence that appears when nothing has come for a while, and goes with what comes.
 */
export function Slow({ news, children }: ISlowProps): React.JSX.Element {
  const [isQuiet, setQuiet] = React.useState(false);
  React.useEffect(() => {
    setQuiet(false);
    const timer = setTimeout(() => {
      setQuiet(true);
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [news]);
  return <span role="status">{isQuiet && children}</span>;
}
