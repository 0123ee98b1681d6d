import { deepJson } from '../../src/cli/deep-json';

/** More than JSON's own functions go down. */
const LEVELS = 20_000;

function nested(levels: number): object {
  let value: object = { name: 'bottom', 'a "b"': [1, null, [], {}, true] };
  for (let level = 0; level < levels; level += 1) {
    value = { name: `${level}`, gone: undefined, children: [value, 'and'] };
  }
  return value;
}

describe('deepJson', () => {
  it('writes what JSON has no way to write, by the same rules', () => {
    const value = nested(LEVELS);
    expect(() => JSON.stringify(value)).toThrow(RangeError);

    const text = deepJson(value);

    const bottom = '{"name":"bottom","a \\"b\\"":[1,null,[],{},true]}';
    expect(text).toContain(`{"name":"0","children":[${bottom},"and"]}`);
    expect(text.startsWith(`{"name":"${LEVELS - 1}","children":[{"name"`)).toBe(
      true
    );
    expect(text.match(/"and"\]\}/g)).toHaveLength(LEVELS);
  });

  it('says of what is no data what JSON says', () => {
    const circle: Record<string, unknown> = {};
    circle['again'] = circle;

    expect(() => deepJson(circle)).toThrow(TypeError);
  });
});
