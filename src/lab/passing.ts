/**
 * How long a toast that asks for nothing stays, in milliseconds. It has to be given: without `autoClose` JupyterLab
 * puts a notification into its list and shows no toast.
 */
export const PASSING_MS = 8000;
