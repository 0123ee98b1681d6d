import type { Extent } from '../../../contract';
import { Phrases } from '../phrases';
import { isTelling, words } from '../words';
import { areaOf, shared } from './box';
import { REGIONS } from './table';

/** A place that people ask for data of. */
export interface IRegion {
  /** "north-atlantic": in links and as a key of the index. */
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly box: Extent;
  /** "land", "ocean" or "zone". */
  readonly kind: string;
  /** As a filter of what lies in it. */
  readonly isOffered: boolean;
}

/** Part of a region that something must cover to be of that region, and of itself that must lie in it. */
const MIN_COVERED = 0.6;

/** From here to there nearly all of the globe lies: many products end at 50° or 60° of latitude. */
const GLOBAL_AREA = 0.7;

/** The id of the globe. */
export const GLOBAL = 'global';

function readTable(): IRegion[] {
  return REGIONS.split('\n')
    .filter(line => line.includes('|'))
    .map(line => {
      const [list = '', box = '', kinds = ''] = line.split('|');
      const [kind = '', offered] = kinds.trim().split(' ');
      const names = list.split(',').map(name => name.trim());
      const [west = 0, south = 0, east = 0, north = 0] = box
        .trim()
        .split(' ')
        .map(Number);
      const [label = ''] = names;
      return {
        id: label.toLowerCase().replaceAll(' ', '-'),
        label,
        names,
        box: { west, south, east, north },
        kind,
        isOffered: offered !== undefined
      };
    });
}

const regions = readTable();
const globe = regions.find(({ id }) => id === GLOBAL);
const places = regions.filter(({ id }) => id !== GLOBAL);
const areas = new Map(regions.map(region => [region, areaOf(region.box)]));

/** The regions that a text may name. */
export const regionNames = new Phrases<IRegion>(
  regions.flatMap(region =>
    region.names.flatMap(name =>
      // A query has lost its small words.
      [...new Set([name, words(name).filter(isTelling).join(' ')])].map(
        phrase => [phrase, region] as const
      )
    )
  )
);

/**
 * The region of this name, in whatever case and accents; null: there is none.
 */
export function regionCalled(name: string): IRegion | null {
  const asked = words(name);
  const [found] = regionNames.found(asked);
  return found?.words.length === asked.length ? found.value : null;
}

/**
 * Names of wide regions, for who asks which there are.
 */
export function wideRegions(): readonly string[] {
  return regions.filter(({ isOffered }) => isOffered).map(({ label }) => label);
}

/**
 * Every word of their names.
 */
export function regionWords(): string[] {
  return regions.flatMap(({ names }) => names.flatMap(name => words(name)));
}

/**
 * The regions that data within these bounds are of: those they cover, and those they lie in. Of data around the globe: the globe.
 */
export function regionsOfExtent(extent: Extent): readonly IRegion[] {
  const area = areaOf(extent);
  if (globe && area >= GLOBAL_AREA * sizeOf(globe)) {
    return [globe];
  }
  return places.filter(
    region =>
      shared(extent, region.box) >= MIN_COVERED * Math.min(sizeOf(region), area)
  );
}

/**
 * Whether one of two regions lies in the other; the globe holds all, so that says nothing.
 */
export function isNear(a: IRegion, b: IRegion): boolean {
  return isIn(a, b) || isIn(b, a);
}

/**
 * The regions that hold one of these, or lie in one of them.
 */
export function nearRegions(of: readonly IRegion[]): readonly IRegion[] {
  return of.length === 0
    ? []
    : places.filter(
        region =>
          of.some(other => isNear(region, other)) && !of.includes(region)
      );
}

/**
 * What is offered as a filter of data that name these regions, or lie in bounds that are nearest to this one: "Peru" and
 * "South America" of what names Peru.
 */
export function offeredRegions(
  named: readonly IRegion[],
  nearest: readonly IRegion[]
): readonly IRegion[] {
  const own = [...named, ...nearest];
  return own.length === 0
    ? []
    : regions.filter(
        region =>
          own.includes(region) ||
          (region.isOffered && own.some(other => isIn(other, region)))
      );
}

/**
 * The region whose bounds are most like these; none where no region is like them.
 */
export function nearestRegion(extent: Extent): readonly IRegion[] {
  const area = areaOf(extent);
  const alike = regionsOfExtent(extent).map(region => {
    const both = shared(extent, region.box);
    return { region, share: both / (area + sizeOf(region) - both) };
  });
  const best = alike.sort((a, b) => b.share - a.share)[0];
  return best ? [best.region] : [];
}

function sizeOf(region: IRegion): number {
  return areas.get(region) ?? 0;
}

/** Boxes are rough, so a place may stick out of what it lies in. */
const MIN_WITHIN = 0.9;

/** What each place lies in: worked out once, asked ten thousand times. */
let around: ReadonlyMap<IRegion, ReadonlySet<IRegion>> | undefined;

function isIn(inner: IRegion, outer: IRegion): boolean {
  around ??= new Map(
    places.map(place => [
      place,
      new Set(
        places.filter(
          ({ kind, box }) =>
            (kind === place.kind || kind === 'zone') &&
            shared(place.box, box) >= MIN_WITHIN * sizeOf(place)
        )
      )
    ])
  );
  return around.get(inner)?.has(outer) ?? false;
}

/**
 * The key of the index under which the data sets of a region are: a word that no text can contain.
 */
export function regionKey({ id }: Pick<IRegion, 'id'>): string {
  return `@${id}`;
}
