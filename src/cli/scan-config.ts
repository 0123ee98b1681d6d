import type { Config } from '../service/config';

/** What counting a directory needs of the configuration. */
export type ScanConfig = Pick<
  Config,
  'homeDirectory' | 'scanConcurrency' | 'scanOperationsPerSecond'
>;

/**
 * Read that part alone. The rest was checked where it was made, and to check it again takes as long as counting some thousand
 * files.
 *
 * @param text - The configuration as JSON, its names as operators write them or as they are here; absent: there is none.
 * @returns Null: it is not as it should be; `readConfig` says what is wrong.
 */
export function readScanConfig(text: string | undefined): ScanConfig | null {
  const fields = parse(text);
  const homeDirectory = fields['homeDirectory'] ?? fields['home_directory'];
  const scanConcurrency = limit(fields, 'scanConcurrency', 'scan_concurrency');
  const scanOperationsPerSecond = limit(
    fields,
    'scanOperationsPerSecond',
    'scan_operations_per_second'
  );
  return typeof homeDirectory !== 'string' ||
    !homeDirectory.startsWith('/') ||
    scanConcurrency === undefined ||
    scanOperationsPerSecond === undefined
    ? null
    : { homeDirectory, scanConcurrency, scanOperationsPerSecond };
}

type Fields = Readonly<Record<string, unknown>>;

function parse(text: string | undefined): Fields {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Undefined: it is no limit. */
function limit(
  fields: Fields,
  ...names: readonly string[]
): number | null | undefined {
  const [value] = names
    .map(name => fields[name])
    .filter(one => one !== undefined);
  if (value === null) {
    return null;
  }
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : undefined;
}
