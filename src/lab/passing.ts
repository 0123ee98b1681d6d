/**
 * How long a toast that asks for nothing stays, in milliseconds. It has to be given: without `autoClose` JupyterLab
 * puts a notification into its list and shows no toast.
 */
export const PASSING_MS = 8000;

/**
 * The same of a toast that says something unasked, and may come while its reader looks elsewhere.
 */
export const UNASKED_MS = 15_000;
