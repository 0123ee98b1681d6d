import type { Dataset } from '../../../contract';
import { Phrases } from '../phrases';
import { words } from '../words';
import { GLOBAL, regionNames, type IRegion } from './regions';

/** In a sentence a place is where the data are only behind one of these: "performed in Grenoble (France)" is not. */
const BEFORE_PLACES = new Set(
  'over in of for across covering cover the and around from around within off near or to'.split(
    ' '
  )
);

/** Phrases with a place in them that say who or what, not where. */
const NO_PLACES = new Phrases<null>(
  [
    'australian bureau of meteorology',
    'bureau of meteorology australia',
    'european union',
    'european commission',
    'european space agency',
    'european centre',
    'beijing normal university',
    'chinese academy of science',
    'national university',
    'indian institute',
    'uk met office',
    'uk meteorological office',
    'met office uk',
    'canadian centre',
    'japan meteorological agency',
    'max planck germany',
    'french national',
    'university of california',
    'university of colorado',
    'university of texas',
    'university of alaska',
    'university of hawaii',
    'university of new south wale',
    'new york university',
    'global radiation',
    'global warming',
    'global change',
    'global climate model'
  ].map(name => [name, null] as const)
);

/**
 * The regions that a record says it is of: in its title, its tags and the names of its stores, or in so many words in
 * its description.
 */
export function regionsNamed(dataset: Dataset): readonly IRegion[] {
  const { title, tags, stores, description } = dataset;
  const labels = [title, ...tags, ...stores.map(({ name }) => name)];
  return [
    ...new Set([
      ...labels.flatMap(label => placed(words(label), () => true)),
      ...placed(words(description), (before, { id }) =>
        id === GLOBAL ? true : BEFORE_PLACES.has(before ?? '')
      )
    ])
  ];
}

function placed(
  text: readonly string[],
  isPlace: (before: string | undefined, region: IRegion) => boolean
): IRegion[] {
  const hidden = new Set(
    NO_PLACES.found(text).flatMap(({ start, words: phrase }) =>
      phrase.map((_, offset) => start + offset)
    )
  );
  return regionNames
    .found(text)
    .filter(
      ({ start, value }) =>
        !hidden.has(start) && isPlace(text[start - 1], value)
    )
    .map(({ value }) => value);
}
