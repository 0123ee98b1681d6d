import type { StoreReach } from '../../../contract';
import type { IFetched } from '../../web/web-fetch';

/** What asking a store came to. */
export type Verdict = Pick<StoreReach, 'status' | 'reason' | 'form'>;

/**
 * What an answer without the wanted bytes says about a store.
 */
export function verdictOf(httpStatus: number): Verdict {
  switch (httpStatus) {
    case 200:
    case 206:
      return {
        status: 'missing',
        reason: 'The address answers, but not with data of this kind.',
        form: null
      };
    case 401:
    case 403:
      return {
        status: 'refused',
        reason: 'The host refuses to hand it out, or it is not there.',
        form: null
      };
    case 404:
    case 410:
    // A range of an empty file.
    case 416:
      return {
        status: 'missing',
        reason: 'There is nothing at this address.',
        form: null
      };
    default:
      return {
        status: 'unreachable',
        reason: `The host answers with status ${httpStatus}.`,
        form: null
      };
  }
}

/** Why a bucket is not asked a second time with credentials: they would be charged. */
export const READER_PAYS =
  'Whoever reads this bucket pays for it, so it was not opened.';

/**
 * The same for an answer of Google Cloud Storage.
 */
export function bucketVerdictOf({ status, body }: IFetched): Verdict {
  if (status === 400 && /requester pays|user ?project/i.test(String(body))) {
    return {
      status: 'refused',
      reason: READER_PAYS,
      form: null
    };
  }
  return status === 401 || status === 403
    ? {
        status: 'refused',
        reason: 'This server may not read the bucket.',
        form: null
      }
    : verdictOf(status);
}

/**
 * Of several answers the one that leaves most open: a file that may not be read may be there.
 */
export function worst(verdicts: readonly Verdict[]): Verdict {
  for (const status of ['unreachable', 'refused', 'missing'] as const) {
    const found = verdicts.find(verdict => verdict.status === status);
    if (found) {
      return found;
    }
  }
  return unknown('There is nothing to ask this store for.');
}

/**
 * A store of which nothing was found out.
 */
export function unknown(reason: string): Verdict {
  return { status: 'unknown', reason, form: null };
}
