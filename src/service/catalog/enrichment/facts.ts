import type {
  ArrayContents,
  Cadence,
  StoreFacts,
  StoreVariable,
  Variable
} from '../../../contract';
import { readInstant } from '../record/record-parts';
import { cadenceOf } from './cadence';
import { attributesOf, type Attributes } from './declared';
import { gridOf } from './grid';

/** More are not searched for one by one. */
const MAX_VARIABLES = 200;
const MAX_DIMENSIONS = 50;

/** Longer is no name. */
const MAX_NAME = 200;

/** Where a time axis begins and ends, and its step. */
export interface ITimes {
  /** A day, `1993-01-01`. */
  readonly first: string;
  readonly last: string;
  /** Null: there is one time only. */
  readonly stepMs: number | null;
}

/**
 * What is in a store, from its metadata.
 *
 * @param times - From the values of its time axis; null: they were not read.
 */
export function factsOf(
  contents: ArrayContents,
  times: ITimes | null
): StoreFacts {
  const attributes = attributesOf(contents.attributes);
  const data = contents.variables.filter(({ isCoordinate }) => !isCoordinate);
  return {
    variables: data.slice(0, MAX_VARIABLES).map(describe),
    dimensions: contents.dimensions
      .slice(0, MAX_DIMENSIONS)
      .map(({ name, size }) => ({ name: name.slice(0, MAX_NAME), size })),
    timeSpan: declaredSpan(attributes) ?? spanOf(times),
    cadence: declaredCadence(attributes) ?? cadenceOf(times?.stepMs ?? null),
    ...gridOf(contents, attributes),
    bytes: contents.bytes
  };
}

function describe(variable: Variable): StoreVariable {
  const cut = (text: string | null): string | null =>
    text?.slice(0, MAX_NAME) ?? null;
  const { standardName, longName } = variable;
  return {
    name: (variable.path.split('/').at(-1) ?? '').slice(0, MAX_NAME),
    standardName: cut(standardName),
    longName: longName === standardName ? null : cut(longName),
    units: cut(variable.units),
    dimensions: variable.dimensions.map(name => name.slice(0, MAX_NAME))
  };
}

/** As the attribute convention for data discovery writes it. */
function declaredSpan(attributes: Attributes): StoreFacts['timeSpan'] {
  const day = (name: string): string | undefined =>
    readInstant(attributes.get(name))?.slice(0, 10);
  const start = day('time_coverage_start');
  const end = day('time_coverage_end');
  return start !== undefined && end !== undefined && start <= end
    ? { start, end }
    : null;
}

function spanOf(times: ITimes | null): StoreFacts['timeSpan'] {
  return times === null || times.first > times.last
    ? null
    : { start: times.first, end: times.last };
}

/** ISO 8601 durations of discovery attributes, and the frequencies of CMIP. */
const DECLARED: readonly (readonly [RegExp, Cadence])[] = [
  [/^(P0*1D|day|daily)$/i, 'daily'],
  [/^(P0*1M|mon|monthly|monC)$/i, 'monthly'],
  [/^(P0*1Y|yr|year|yearly|annual)$/i, 'yearly'],
  [/^(PT0*1H|1hr|hourly)$/i, 'hourly'],
  [/^(PT([2-9]|1\d|2[0-3])H|[36]hr|[36]hrPt)$/i, 'sub-daily'],
  [/^(PT\d+M|PT\d+S|subhr(Pt)?)$/i, 'sub-hourly'],
  [/^(P0*1W|P[5-8]D|weekly)$/i, 'weekly']
];

function declaredCadence(attributes: Attributes): Cadence | null {
  const declared =
    attributes.get('time_coverage_resolution') ??
    attributes.get('frequency') ??
    '';
  return DECLARED.find(([pattern]) => pattern.test(declared))?.[1] ?? null;
}
