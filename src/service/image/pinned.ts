import type { Image, ImageReference } from '../../contract';

/** Whether another image can come under the same reference. */
export type Pinned = Image['pinned'];

/** Words that name a place in a project's life, not a version of it. */
const MOVING_WORDS: ReadonlySet<string> = new Set([
  'latest',
  'main',
  'master',
  'trunk',
  'head',
  'dev',
  'devel',
  'develop',
  'development',
  'edge',
  'nightly',
  'daily',
  'weekly',
  'stable',
  'testing',
  'staging',
  'production',
  'prod',
  'rolling',
  'snapshot',
  'current',
  'next',
  'canary',
  'lts',
  'branch',
  'pr'
]);

/** `2026.06.04`, `20260604`, `2026-06`. */
const DATE = /(?:^|\D)20\d\d[._-]?(?:0[1-9]|1[0-2])(?:[._-]?\d\d)?(?:\D|$)/;

/**
 * How firmly a reference names one image; see the contract for the words.
 *
 * A tag with a date or a commit in it is a version even beside a word such as `main`; a tag with neither a
 * digit nor a known word is taken for a branch.
 */
export function pinnedBy(reference: ImageReference | null): Pinned {
  if (reference === null) {
    return 'unknown';
  }
  if (reference.digest !== null) {
    return 'digest';
  }
  if (reference.tag === null) {
    return 'none';
  }
  return isVersion(reference.tag) ? 'tag' : 'moving';
}

/**
 * Whether a tag names a version: a date, a number or a commit.
 */
export function isVersion(tag: string): boolean {
  const words = tag.toLowerCase().split(/[._-]+/);
  if (DATE.test(tag) || words.some(isCommit)) {
    return true;
  }
  return /\d/.test(tag) && !words.some(word => MOVING_WORDS.has(word));
}

function isCommit(word: string): boolean {
  return /^[0-9a-f]{7,64}$/.test(word) && /\d/.test(word);
}
