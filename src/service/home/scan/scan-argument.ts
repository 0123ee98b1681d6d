/** First argument of the scan's process, by which it is told from the programs that use a home. */
export const SCAN_ARGUMENT = 'home-scan';
