import * as React from 'react';

/** A pause this long begins a new word. */
const PAUSE_MS = 1000;

/**
 * Collects keys into the word that is being typed.
 *
 * @returns A function that takes a key and its time and returns the word so far.
 */
export function useTyped(): (key: string, atMs: number) => string {
  const word = React.useRef({ text: '', atMs: Number.NEGATIVE_INFINITY });
  return React.useCallback((key, atMs) => {
    const { text, atMs: lastMs } = word.current;
    const next = atMs - lastMs > PAUSE_MS ? key : text + key;
    word.current = { text: next, atMs };
    return next;
  }, []);
}
