/** For data sets that point to no other files. */
export const noOther = (): Promise<never> =>
  Promise.reject(new Error('Another file was opened.'));
