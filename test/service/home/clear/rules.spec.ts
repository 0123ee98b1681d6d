import { CLEAR_RULES } from '../../../../src/service/home/clear/rules';

describe('CLEAR_RULES', () => {
  it('never names the home, a parent of another rule, or a path that leads out', () => {
    const paths = CLEAR_RULES.flatMap(({ where }) =>
      'paths' in where ? where.paths : []
    );
    for (const path of paths) {
      expect(path).toMatch(/^\.[^/]+\/[^/]+(\/[^/]+)*$/);
      expect(path).not.toContain('..');
      expect(paths.some(other => path.startsWith(`${other}/`))).toBe(false);
    }
  });

  it('has an id of its own for each rule', () => {
    const ids = CLEAR_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
