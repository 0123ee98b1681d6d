import type { ITarget } from '../../../src/service/contents/place';
import type { DirectorySource } from './directory-source';

/**
 * One file of a folder, as a place.
 */
export function fileTarget(name: string, folder: DirectorySource): ITarget {
  return {
    name,
    folder: null,
    object: {
      read: (_, maxBytes) => folder.read(name, maxBytes),
      readRange: (_, range) => folder.readRange(name, range),
      sizeOf: () => folder.sizeOf(name),
      list: () => Promise.resolve(null)
    }
  };
}
