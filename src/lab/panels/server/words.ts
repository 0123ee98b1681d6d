import type { TranslationBundle } from '@jupyterlab/translation';
import type { HubLink, ServerResources } from '../../../contract';
import { formatBytes } from '../../format';

/** From here on the next allocation may be the one that is refused. */
const TIGHT = 0.9;

/**
 * One resource in words, with its share of the limit when there is one.
 */
export interface IUsageText {
  /** `2 GB of 8 GB`. */
  readonly amount: string;
  /** What it means; null: nothing to add. */
  readonly meaning: string | null;
  /** Between 0 and 1; null without a limit or a number. */
  readonly share: number | null;
  readonly isTight: boolean;
}

/**
 * Memory in words.
 */
export function memoryText(
  memory: ServerResources['memory'],
  trans: TranslationBundle
): IUsageText {
  const { usedBytes, limitBytes, problem } = memory;
  const share = shareOf(usedBytes, limitBytes);
  const isTight = share !== null && share >= TIGHT;
  return {
    amount: amountOf(usedBytes, limitBytes, formatBytes, trans),
    share,
    isTight,
    meaning: isTight
      ? trans.__(
          'Nearly all of it is in use. A kernel that asks for more is stopped: close notebooks that you do not need.'
        )
      : (problem ?? noLimit(limitBytes, trans))
  };
}

/**
 * Processors in words.
 */
export function cpuText(
  cpu: ServerResources['cpu'],
  usedCores: number | null,
  trans: TranslationBundle
): IUsageText {
  const { limitCores, problem } = cpu;
  const isMeasuring = cpu.usedSeconds !== null && usedCores === null;
  return {
    amount: isMeasuring
      ? trans.__('measuring…')
      : amountOf(usedCores, limitCores, formatCores, trans),
    share: shareOf(usedCores, limitCores),
    // A processor that is busy is slow, not in danger.
    isTight: false,
    meaning: problem ?? noLimit(limitCores, trans)
  };
}

/**
 * The name of a page of the hub.
 */
export function linkText(
  kind: HubLink['kind'],
  trans: TranslationBundle
): string {
  switch (kind) {
    case 'control-panel':
      return trans.__('Hub control panel');
    case 'tokens':
      return trans.__('Hub tokens');
    case 'quota':
      return trans.__('Home quota');
    case 'documentation':
      return trans.__('Documentation');
  }
}

function amountOf(
  used: number | null,
  limit: number | null,
  format: (value: number) => string,
  trans: TranslationBundle
): string {
  if (used === null) {
    return limit === null
      ? trans.__('not known')
      : trans.__('use not known, limit %1', format(limit));
  }
  return limit === null
    ? format(used)
    : trans.__('%1 of %2', format(used), format(limit));
}

function noLimit(
  limit: number | null,
  trans: TranslationBundle
): string | null {
  return limit === null ? trans.__('No limit is set for this server.') : null;
}

function shareOf(used: number | null, limit: number | null): number | null {
  return used === null || limit === null || limit === 0
    ? null
    : Math.min(1, used / limit);
}

function formatCores(cores: number): string {
  return new Intl.NumberFormat(undefined, {
    maximumFractionDigits: cores < 10 ? 1 : 0
  }).format(cores);
}
