import type { TranslationBundle } from '@jupyterlab/translation';
import type {
  HubLink,
  HubServer,
  ServerDescription,
  ServerResources
} from '../../../contract';
import { formatAge, formatBytes, formatInstant } from '../../format';
import { visible } from '../../visible';

/** From here on the next allocation may be the one that is refused. */
const TIGHT = 0.9;

/** The hub hears of activity every five minutes: what is younger is now. */
const ACTIVE_MS = 10 * 60_000;

const MINUTE = ['minute', 60] as const;
const UNITS = [['day', 86_400], ['hour', 3600], MINUTE] as const;

/**
 * One resource in words, with its share of the limit when there is one.
 */
export interface IUsageText {
  /** `2 GB of 8 GB`. */
  readonly amount: string;
  /** What it means; null: nothing to add. */
  readonly meaning: string | null;
  /** Said when the pointer rests on the number; null: nothing. */
  readonly hint: string | null;
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
  const { usedBytes, reclaimableBytes, limitBytes, problem } = memory;
  const share = shareOf(usedBytes, limitBytes);
  const isTight = share !== null && share >= TIGHT;
  return {
    amount: amountOf(usedBytes, limitBytes, formatBytes, trans),
    share,
    isTight,
    hint:
      reclaimableBytes === null
        ? null
        : trans.__(
            'Copies of files, another %1, are not in it: they are dropped when memory is short. Other programs may count them.',
            formatBytes(reclaimableBytes)
          ),
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
    hint: null,
    meaning: problem ?? noLimit(limitCores, trans)
  };
}

/**
 * When the hub stops this server, as far as that is known; null: it is not.
 */
export function stopText(
  { stopsBy, serverIdleSeconds, kernelIdleSeconds }: ServerDescription,
  trans: TranslationBundle
): string | null {
  const sentences = [
    ...(stopsBy === null
      ? []
      : [
          trans.__(
            'The hub stops it on %1 at the latest.',
            formatInstant(stopsBy)
          )
        ]),
    ...(serverIdleSeconds === null
      ? []
      : [
          trans.__(
            'It is stopped after %1 without activity.',
            duration(serverIdleSeconds)
          )
        ]),
    ...(kernelIdleSeconds === null
      ? []
      : [
          trans.__(
            'Kernels that are idle for %1 end earlier.',
            duration(kernelIdleSeconds)
          )
        ])
  ];
  return sentences.length === 0
    ? null
    : [...sentences, trans.__('Files in your home stay.')].join(' ');
}

/**
 * What a server is called: the default one has no name of its own.
 */
export function serverLabel(name: string, trans: TranslationBundle): string {
  return name === '' ? trans.__('Default server') : visible(name);
}

/**
 * What a server does, in words.
 */
export function serverState(
  { status, isThis, lastActivityAt }: HubServer,
  trans: TranslationBundle,
  now = Date.now()
): string {
  switch (status) {
    case 'starting':
      return trans.__('starting…');
    case 'stopping':
      return trans.__('stopping…');
    case 'stopped':
      return trans.__('stopped');
    case 'running':
      if (isThis) {
        return trans.__('this one');
      }
      return lastActivityAt !== null &&
        now - Date.parse(lastActivityAt) > ACTIVE_MS
        ? trans.__('running, last used %1', formatAge(lastActivityAt, now))
        : trans.__('running');
  }
}

/** A configured duration: `1 hour`, `90 minutes`, `7 days`. */
function duration(seconds: number): string {
  const [unit, size] = UNITS.find(([, each]) => seconds % each === 0) ?? MINUTE;
  return new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit,
    unitDisplay: 'long'
  }).format(Math.round(seconds / size));
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
