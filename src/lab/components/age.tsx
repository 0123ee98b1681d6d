import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { formatAge, formatInstant } from '../format';

const MINUTE_MS = 60_000;

interface IAgeProps {
  /** ISO 8601. */
  at: string;
  /** Said in place of "now", where that would not fit the sentence; null: nothing is. */
  recent?: string | null;
  /** What is said of an older age; nothing given: the age alone. */
  words?: (age: string) => string;
  trans: TranslationBundle;
}

/**
 * How old something is, kept true while it is on screen.
 */
export function Age({
  at,
  recent,
  words = age => age,
  trans
}: IAgeProps): React.JSX.Element | null {
  const [now, setNow] = React.useState(() => Date.now());
  React.useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => {
      setNow(Date.now());
    }, MINUTE_MS);
    return () => {
      clearInterval(timer);
    };
  }, [at]);
  const instant = formatInstant(at);
  const isRecent = Math.abs(now - Date.parse(at)) < MINUTE_MS;
  const text =
    isRecent && recent !== undefined ? recent : words(formatAge(at, now));
  return text === null ? null : (
    <time dateTime={at} title={trans.__('Read on %1', instant)}>
      {text}
    </time>
  );
}
