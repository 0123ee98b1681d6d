/** A signal for work that nobody cancels. */
export const never = new AbortController().signal;
