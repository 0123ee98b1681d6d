import type { IMatch } from '../inverted-index';
import { byScore, type IScored } from './refine';

/** What has less of the query than this part of what the best has is there by chance. */
const MIN_SHARE = 0.6;

/** Where fewer fit, those that fit in part follow: a catalog has other names for things than its reader. */
const ENOUGH = 8;

/** Below this part they have nothing to do with it. */
const MIN_PART = 0.3;

/**
 * The best first, without those that are there by chance.
 *
 * @param importance - How much each word of the query says.
 * @param factorOf - What else speaks for or against a data set.
 */
export function rank(
  matches: readonly IMatch[],
  importance: readonly number[],
  factorOf: (doc: number) => number
): IScored[] {
  const whole = importance.reduce((sum, weight) => sum + weight, 0) || 1;
  const scored = matches.map(({ doc, score, found }) => {
    const share = weightOf(found, importance) / whole;
    // Who asks for three words wants all three: one rare word alone does not outweigh them.
    return { doc, share, score: score * share ** 2 * factorOf(doc) };
  });
  const best = scored.reduce((most, { share }) => Math.max(most, share), 0);
  const fitting = scored.filter(({ share }) => share >= best * MIN_SHARE);
  if (fitting.length >= ENOUGH || fitting.length === scored.length) {
    return fitting.sort(byScore);
  }
  const others = scored
    .filter(({ share }) => share < best * MIN_SHARE && share >= best * MIN_PART)
    .sort(byScore);
  return [
    ...fitting.sort(byScore),
    ...others.slice(0, ENOUGH - fitting.length)
  ];
}

/** How much the words with these bits say. */
function weightOf(bits: number, importance: readonly number[]): number {
  let sum = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    sum += importance[31 - Math.clz32(rest & -rest)] ?? 0;
  }
  return sum;
}
