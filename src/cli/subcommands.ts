import type { Subcommands } from './command';

/** All that `leap` can do. */
export const SUBCOMMANDS: Subcommands = new Map([
  [
    'du',
    async () => {
      const { addDu } = await import('./du');
      return (program, context) => {
        addDu(program, context, {
          home: async (...words) =>
            (await import('./du-home')).duHome(...words),
          bucket: async (...words) =>
            (await import('./du-bucket')).duBucket(...words),
          clearable: async (...words) =>
            (await import('./du-clearable')).duClearable(...words)
        });
      };
    }
  ],
  ['ls', async () => (await import('./ls')).addLs],
  ['image', async () => (await import('./image')).addImage],
  ['catalog', async () => (await import('./catalog')).addCatalog],
  ['search', async () => (await import('./search')).addSearch],
  ['token', async () => (await import('./token')).addToken]
] as const);
