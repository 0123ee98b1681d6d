import type { CatalogSource, CatalogSummary } from '../../../contract';
import type { IPart } from './part';
import { sourceNames, withoutSecrets } from './source-names';

/**
 * How good all catalogs together are.
 */
export function stateOf(parts: readonly IPart[]): CatalogSummary['state'] {
  if (!parts.some(({ content }) => content !== null)) {
    return 'sample';
  }
  return parts.every(({ isLive }) => isLive) ? 'live' : 'kept';
}

/**
 * One catalog as it is shown.
 */
export function sourceOf(part: IPart, name: string): CatalogSource {
  const { address, isOwn, content, form, kept, problem } = part;
  return {
    address: isOwn ? address : withoutSecrets(address),
    name,
    isOwn,
    form,
    state: stateOfOne(part),
    confirmedAt: kept?.confirmedAt ?? null,
    problem,
    datasets: content?.datasets.length ?? 0,
    stores: content?.storeCount ?? 0,
    skippedCount: content?.skippedCount ?? 0
  };
}

function stateOfOne({
  isLive,
  content,
  url,
  askedAt
}: IPart): CatalogSource['state'] {
  if (isLive) {
    return 'live';
  }
  if (content !== null) {
    return 'kept';
  }
  return url !== null && askedAt === null ? 'asked' : 'refused';
}

/**
 * A sentence for each source that is not live, and which one it is about, where there are several; null: all are live.
 */
export function problemOf(parts: readonly IPart[]): string | null {
  if (parts.length === 0) {
    return 'No catalog is configured.';
  }
  const names = namesOf(parts);
  const problems = parts.flatMap(({ problem }, at) =>
    problem === null
      ? []
      : [parts.length === 1 ? problem : `${names[at] ?? ''}: ${problem}`]
  );
  return problems.join(' ') || null;
}

/**
 * A short name for each part.
 */
export function namesOf(parts: readonly IPart[]): readonly string[] {
  return sourceNames(parts.map(({ url, address }) => url ?? address));
}
