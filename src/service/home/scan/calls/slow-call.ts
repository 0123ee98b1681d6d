/** Above this a call is a round trip: waiting for many at once beats making them one by one. */
export const SLOW_CALL_MS = 0.12;
