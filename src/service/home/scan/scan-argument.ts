/** First argument of the bundle that makes it the process of a scan. */
export const SCAN_ARGUMENT = 'home-scan';
