import type { IMatch } from '../index/inverted-index';
import { byScore, type IScored } from './refine';

/** What has less of the query than this part of what the best has is there by chance. */
const MIN_SHARE = 0.6;

/** Where fewer fit, those that fit in part follow: a catalog has other names for things than its reader. */
const ENOUGH = 8;

/** Below this part they have nothing to do with it. */
const MIN_PART = 0.3;

/**
 * What fits, each with how well, without what is there by chance; in no order.
 *
 * @param importance - How much each word of the query says.
 * @param factorOf - What else speaks for or against a data set; null: nothing.
 */
export function rank(
  matches: readonly IMatch[],
  importance: readonly number[],
  factorOf: ((doc: number) => number) | null
): IScored[] {
  const shares = new Map<number, number>();
  const whole = importance.reduce((sum, weight) => sum + weight, 0) || 1;
  const shareOf = (bits: number): number => {
    let share = shares.get(bits);
    if (share === undefined) {
      share = weightOf(bits, importance) / whole;
      shares.set(bits, share);
    }
    return share;
  };
  let best = 0;
  for (const { found } of matches) {
    best = Math.max(best, shareOf(found));
  }
  const fitting: IScored[] = [];
  const partly: IScored[] = [];
  for (const { doc, score, found } of matches) {
    const share = shareOf(found);
    if (share >= best * MIN_PART) {
      const list = share >= best * MIN_SHARE ? fitting : partly;
      // Who asks for three words wants all three: one rare word alone does not outweigh them.
      list.push({ doc, score: score * share ** 2 * (factorOf?.(doc) ?? 1) });
    }
  }
  const missing = Math.max(ENOUGH - fitting.length, 0);
  const least = fitting.reduce(
    (lowest, { score }) => Math.min(lowest, score),
    Infinity
  );
  return [
    ...fitting,
    ...partly
      .sort(byScore)
      .slice(0, missing)
      // What fits in part comes behind what fits.
      .map(({ doc, score }) => ({ doc, score: Math.min(score, least) / 2 }))
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
