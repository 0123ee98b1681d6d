import { cellsOf } from '../../../src/lab/contents/cells';
import { colourRange } from '../../../src/lab/contents/colour-range';
import { slice } from '../../support/contents/answers';

/** The colours of a slice of these values in one row. */
function colours(values: readonly number[]) {
  const cells = Float32Array.from(values);
  const known = values.filter(value => !Number.isNaN(value));
  const row = slice({
    width: values.length,
    height: 1,
    base64: Buffer.from(cells.buffer).toString('base64'),
    min: known.length === 0 ? null : Math.min(...known),
    max: known.length === 0 ? null : Math.max(...known)
  });
  return colourRange(row, cellsOf(row));
}

describe('colourRange', () => {
  it('is the whole range where values are spread over it', () => {
    const values = Array.from({ length: 100 }, (_, at) => at);
    expect(colours(values)).toEqual({
      low: 0,
      high: 99,
      isCutLow: false,
      isCutHigh: false
    });
  });

  it('is that of the many where a few reach far beyond it', () => {
    const rain = Array.from({ length: 100 }, (_, at) => at / 100);
    const found = colours([...rain, 500, NaN]);
    expect(found.high).toBeLessThan(1);
    expect(found).toMatchObject({ isCutHigh: true });
  });

  it.each([[[NaN, NaN]], [[4, 4, 4]], [[-1, 0, 0, 0, 0, 0, 0, 0, 0, 0]]])(
    'stays the whole range of %j, where the many have none',
    values => {
      const { isCutLow, isCutHigh } = colours(values);
      expect([isCutLow, isCutHigh]).toEqual([false, false]);
    }
  );
});
