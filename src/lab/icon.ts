import { drawnIcon } from './drawn-icon';

/** Three stacked discs: storage. */
export const leapIcon = drawnIcon(
  'leap',
  'M12 2c4.97 0 9 1.57 9 3.5S16.97 9 12 9 3 7.43 3 5.5 7.03 2 12 2z',
  'M3 8.2c1.6 1.6 5 2.6 9 2.6s7.4-1 9-2.6v3.6c0 1.93-4.03 3.5-9 3.5s-9-1.57-9-3.5z',
  'M3 14.9c1.6 1.6 5 2.6 9 2.6s7.4-1 9-2.6v3.6c0 1.93-4.03 3.5-9 3.5s-9-1.57-9-3.5z'
);

/** A closed box: what a server was started from. */
export const boxIcon = drawnIcon(
  'box',
  'M12 2l8.5 4.2L12 10.4 3.5 6.2z',
  'M2.8 8l8.4 4.2V22L2.8 17.8z',
  'M21.2 8l-8.4 4.2V22l8.4-4.2z'
);

/** Areas of several sizes: what fills the home, as a picture. */
export const areasIcon = drawnIcon(
  'areas',
  'M3 4h10v16H3z',
  'M15 4h6v9h-6z',
  'M15 15h6v5h-6z'
);
