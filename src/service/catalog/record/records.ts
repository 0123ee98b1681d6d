import { LeapError, type Dataset } from '../../../contract';
import { RecordReader } from './record';

/** The hub has 32 data sets; what is far beyond is a mistake or an attack. */
const MAX_RECORDS = 50_000;

/** As many unreadable records are named; the rest is counted. */
const MAX_LISTED = 100;

/** What a catalog's text holds. */
export interface ICatalogContent {
  readonly datasets: readonly Dataset[];
  /** Stores that the records list. */
  readonly storeCount: number;
  /** Parts that could not be read, at most a hundred. */
  readonly skipped: readonly {
    readonly index: number;
    readonly reason: string;
  }[];
  readonly skippedCount: number;
}

/**
 * The data sets of a catalog's JSON text. A record that cannot be read is counted and named; the rest stays.
 *
 * @throws LeapError `bad-upstream` when the text is no catalog at all.
 */
export function readRecords(
  text: string,
  hubBuckets: ReadonlySet<string>
): ICatalogContent {
  const records = readList(text);
  const reader = new RecordReader(hubBuckets);
  const datasets: Dataset[] = [];
  const skipped: { index: number; reason: string }[] = [];
  let skippedCount = Math.max(records.length - MAX_RECORDS, 0);
  let storeCount = 0;
  const skip = (index: number, reason: string): void => {
    skippedCount++;
    if (skipped.length < MAX_LISTED) {
      skipped.push({ index, reason });
    }
  };
  for (const [index, record] of records.slice(0, MAX_RECORDS).entries()) {
    const reading = reader.read(record);
    if (typeof reading === 'string') {
      skip(index, reading);
      continue;
    }
    datasets.push(reading.dataset);
    storeCount += reading.recordedStores;
    for (const problem of reading.problems) {
      skip(index, problem);
    }
  }
  if (records.length > 0 && datasets.length === 0) {
    throw new LeapError(
      'bad-upstream',
      'None of the catalog’s records can be read: it may have a new form.'
    );
  }
  return { datasets, storeCount, skipped, skippedCount };
}

function readList(text: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (reason) {
    throw new LeapError('bad-upstream', notJson(text), { cause: reason });
  }
  if (!Array.isArray(value)) {
    throw new LeapError(
      'bad-upstream',
      'The catalog is not a list of data sets.'
    );
  }
  return value;
}

function notJson(text: string): string {
  return /^\s*</.test(text.slice(0, 1000))
    ? 'The address of the catalog answers with a web page instead of JSON.'
    : 'The catalog is not valid JSON: it may be cut off.';
}
