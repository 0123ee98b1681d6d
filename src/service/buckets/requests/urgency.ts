/**
 * `view`: somebody waits for it. `background`: sizes and recognition, which wait for the others.
 */
export type Urgency = 'view' | 'background';
