/** Tags that say how the data are kept or made and not what they are, or that a template left behind. */
const JUNK = new Set([
  'my custom tag',
  'zarr',
  'netcdf',
  'netcdf4',
  'parquet',
  'icechunk',
  'kerchunk',
  'cog',
  'gcs',
  'gcp',
  'aws',
  's3',
  'osn',
  'open storage network',
  'pangeo',
  'pangeo forge',
  'dataset',
  'data',
  'tag',
  'test',
  'none',
  'null',
  'n/a',
  'na',
  'todo',
  'other',
  'unknown'
]);

/** Where a tag is written in capitals and short, it is an abbreviation and stays one. */
const ABBREVIATION = /^[A-Z][A-Z0-9-]{1,7}$/;

/** A tag that people choose by. */
export interface ICleanTag {
  /** The same for "Sea-Ice", "sea_ice " and "SEA ICE". */
  readonly key: string;
  readonly label: string;
}

/**
 * The tags of a record without junk, each once, however it is written.
 */
export function cleanTags(tags: readonly string[]): ICleanTag[] {
  const found = new Map<string, string>();
  for (const tag of tags) {
    const text = tag
      .normalize('NFKC')
      .replace(/[\p{C}]+/gu, '')
      .replace(/[\s_-]+/g, ' ')
      .replace(/^[\s"'#.,;:]+|[\s"'.,;:]+$/g, '');
    const key = text.toLowerCase();
    // A link, a number or a sentence is no tag.
    const isTag =
      key.length > 1 &&
      key.length <= 60 &&
      /\p{L}/u.test(key) &&
      !/^\w+:\/\//.test(key) &&
      !JUNK.has(key);
    if (isTag) {
      const label = ABBREVIATION.test(tag.trim()) ? tag.trim() : key;
      const known = found.get(key);
      found.set(key, known === undefined || known === key ? label : known);
    }
  }
  return [...found].map(([key, label]) => ({ key, label }));
}
