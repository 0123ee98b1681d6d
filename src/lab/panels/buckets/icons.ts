import { drawnIcon, outlinedIcon } from '../../drawn-icon';

/** A cube: a data set that stands for all its chunks. */
export const datasetIcon = drawnIcon(
  'dataset',
  'M12 2 3.5 6.6 12 11.2l8.5-4.6z',
  'M3 8.2v8.6l8.2 4.6v-8.700z',
  'M21 8.2v8.6l-8.2 4.6v-8.700z'
);

/** A closed lock. */
export const closedIcon = drawnIcon(
  'closed',
  'M12 2a5 5 0 0 0-5 5v3H5v12h14V10h-2V7a5 5 0 0 0-5-5zm0 2a3 3 0 0 1 3 3v3H9V7a3 3 0 0 1 3-3z'
);

/** An hourglass: what is here does not stay. */
export const passingIcon = drawnIcon(
  'passing',
  'M5 2h14v5l-5 5 5 5v5H5v-5l5-5-5-5zm3 2v2.2l4 4 4-4V4z'
);

/** An arrow to the folder above. */
export const upIcon = drawnIcon('up', 'M12 4 4 12h5v8h6v-8h5z');

const STAR =
  'm12 2.500 2.900 6.200 6.800.8-5 4.700 1.300 6.700-6-3.300-6 3.300 1.300-6.700-5-4.700 6.800-.8z';

/** A star that is empty: a place that may be kept. */
export const keepIcon = outlinedIcon('keep', STAR);

/** A full star: a place that is kept. */
export const keptIcon = drawnIcon('kept', STAR);
