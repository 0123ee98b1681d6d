import type { Config } from '../../config';
import { CLEAR_RULES, type IClearRule } from './rules';

/**
 * The rules of this hub: the operator's, and of the common ones what they leave.
 *
 * No path is named twice or lies in another one, so that nothing is counted or deleted twice; the operator's word counts.
 */
export function clearRules(
  own: Config['clearRules'],
  common: readonly IClearRule[] = CLEAR_RULES
): readonly IClearRule[] {
  const rules: IClearRule[] = [];
  const taken: string[] = [];
  const ids = new Set<string>();
  for (const { path, ...rule } of own) {
    if (!ids.has(rule.id) && !overlaps(path, taken)) {
      ids.add(rule.id);
      taken.push(path);
      rules.push({ ...rule, where: { paths: [path] } });
    }
  }
  for (const rule of common) {
    const where = left(rule.where, taken);
    if (where && !ids.has(rule.id)) {
      rules.push({ ...rule, where });
    }
  }
  return rules;
}

/** Null: nothing is left of it. */
function left(
  where: IClearRule['where'],
  taken: readonly string[]
): IClearRule['where'] | null {
  if (!('paths' in where)) {
    return where;
  }
  const paths = where.paths.filter(path => !overlaps(path, taken));
  return paths.length > 0 ? { paths } : null;
}

function overlaps(path: string, others: readonly string[]): boolean {
  return others.some(
    other =>
      path === other ||
      path.startsWith(`${other}/`) ||
      other.startsWith(`${path}/`)
  );
}
