import { clearRules } from '../../../../src/service/home/clear/rule-set';
import { CLEAR_RULES } from '../../../../src/service/home/clear/rules';
import { leapConfig } from '../../../support/service/leap-config';

const TOOL = {
  id: 'tool',
  title: 'Tool',
  path: '.cache/tool',
  reason: 'What the tool keeps.',
  cost: 'It is made again.',
  comesBack: true
};

const pathsOf = (rules: ReturnType<typeof clearRules>): string[] =>
  rules.flatMap(({ where }) => ('paths' in where ? where.paths : []));

describe('clearRules', () => {
  it('is the common rules where the operator has none', () => {
    expect(clearRules([])).toEqual(CLEAR_RULES);
  });

  it('adds what the operator names', () => {
    const rules = clearRules([TOOL]);
    expect(rules).toHaveLength(CLEAR_RULES.length + 1);
    expect(rules[0]).toMatchObject({
      id: 'tool',
      where: { paths: ['.cache/tool'] }
    });
  });

  it('lets the operator say something else about a common cache', () => {
    const rules = clearRules([{ ...TOOL, id: 'pip', path: '.cache/pip' }]);
    expect(rules.filter(({ id }) => id === 'pip')).toHaveLength(1);
    expect(rules[0]?.title).toBe('Tool');
  });

  it('has one rule of an id, the operator’s, also for another path', () => {
    const rules = clearRules([{ ...TOOL, id: 'pip', path: 'elsewhere/pip' }]);
    expect(rules.filter(({ id }) => id === 'pip')).toHaveLength(1);
    expect(pathsOf(rules)).not.toContain('.cache/pip');
  });

  it('never names a path twice or one inside another', () => {
    const rules = clearRules([
      { ...TOOL, path: '.cache' },
      { ...TOOL, id: 'inner', path: '.cache/tool' },
      { ...TOOL, id: 'part', path: '.vscode-server/bin/old' },
      { ...TOOL, path: 'again' }
    ]);
    const paths = pathsOf(rules);
    expect(paths).toContain('.vscode-server/data/logs');
    for (const path of paths) {
      const same = paths.filter(
        other => other === path || other.startsWith(`${path}/`)
      );
      expect(same).toEqual([path]);
    }
  });

  it('takes the first of two rules with one id or one path', () => {
    const rules = clearRules([
      TOOL,
      { ...TOOL, path: '.cache/again' },
      { ...TOOL, id: 'same' },
      { ...TOOL, id: 'alike', path: '.cache/tools' }
    ]);
    const own = rules.slice(0, rules.length - CLEAR_RULES.length);
    expect(own.map(({ id }) => id)).toEqual(['tool', 'alike']);
    expect(pathsOf(own)).toEqual(['.cache/tool', '.cache/tools']);
  });

  it.each(['../bob', '/etc', '', 'a/../b', 'a//b', './a', 'a/', '..'])(
    'refuses the path %j in the configuration',
    path => {
      expect(() => leapConfig({ clearRules: [{ ...TOOL, path }] })).toThrow(
        /c\.Leap\.clear_rules\.0\.path/
      );
    }
  );
});
