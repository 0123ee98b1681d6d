import type { IOpeners } from '../../../src/service/contents/open-contents';

/** For data sets that point to no other files, and are none that a library describes. */
export const noOther: IOpeners = {
  openOther: () => Promise.reject(new Error('Another file was opened.')),
  describe: () => Promise.reject(new Error('A library was asked for.'))
};
