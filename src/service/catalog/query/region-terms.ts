import type { InvertedIndex } from '../index/inverted-index';
import {
  GLOBAL,
  isNear,
  regionKey,
  regionNames,
  type IRegion
} from '../region/regions';

/** Data of the globe hold every place; those of the place itself come first. */
const GLOBAL_WEIGHT = 0.4;

/** A place that a query asks for. */
export interface IRegionTerm {
  /** A word that no text can contain. */
  readonly key: string;
  readonly weight: number;
  /** The words of the query that name it. */
  readonly words: readonly string[];
}

/**
 * What is looked for when a query names places: data of there, and data of the globe.
 */
export function regionTerms(query: readonly string[]): IRegionTerm[] {
  const found = regionNames.found(query);
  const named = found.flatMap(({ words }) => words);
  return [
    ...found.map(({ value, words }) => ({
      key: regionKey(value),
      weight: 1,
      words
    })),
    ...(found.length > 0 && found.every(({ value }) => value.id !== GLOBAL)
      ? [
          {
            key: regionKey({ id: GLOBAL }),
            weight: GLOBAL_WEIGHT,
            words: named
          }
        ]
      : [])
  ];
}

/**
 * The data sets of a region: those of there, of what lies in it or around it, and of the globe.
 */
export function docsOfRegion(
  region: IRegion,
  index: InvertedIndex
): ReadonlySet<number> {
  const terms = [region, { id: GLOBAL }].map(each => ({
    term: regionKey(each),
    weight: 1,
    prefixWeight: 0,
    stands: 1
  }));
  return new Set(index.search(terms).map(({ doc }) => doc));
}

/** By how much a place that is asked for changes a score: what is not known, or lies around the globe, changes nothing. */
const THERE = 2;
const NEAR = 1.6;
const ELSEWHERE = 0.6;

/**
 * How well the regions of a data set fit those that a query asks for; null when it asks for none.
 */
export function regionsFactor(
  asked: readonly IRegion[]
): ((of: readonly IRegion[]) => number) | null {
  if (asked.length === 0 || asked.some(({ id }) => id === GLOBAL)) {
    return null;
  }
  /** Of each region that was met: worked out once, asked for every data set. */
  const factors = new Map<IRegion, number>();
  const factorOf = (region: IRegion): number => {
    let factor = factors.get(region);
    if (factor === undefined) {
      factor = asked.includes(region)
        ? THERE
        : asked.some(other => isNear(region, other))
          ? NEAR
          : region.id === GLOBAL
            ? 1
            : ELSEWHERE;
      factors.set(region, factor);
    }
    return factor;
  };
  return of => {
    let best = of.length === 0 ? 1 : ELSEWHERE;
    for (const region of of) {
      best = Math.max(best, factorOf(region));
    }
    return best;
  };
}
