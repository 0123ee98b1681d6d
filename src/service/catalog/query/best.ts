import { byScore, type IScored } from './refine';

/**
 * The same with the best in front, in order, and the others behind them in none: of ten thousand nobody reads more than
 * the first, and putting all in order takes longer than finding them.
 *
 * @param many - As many are put in order.
 */
export function bestFirst(
  found: readonly IScored[],
  many: number
): readonly IScored[] {
  if (found.length <= many || many <= 0) {
    return many <= 0 ? found : [...found].sort(byScore);
  }
  const scores = Float64Array.from(found, ({ score }) => score).sort();
  const least = scores[scores.length - many] ?? 0;
  const best: IScored[] = [];
  const others: IScored[] = [];
  for (const scored of found) {
    (scored.score >= least ? best : others).push(scored);
  }
  return [...best.sort(byScore), ...others];
}
