import fc from 'fast-check';
import { Line } from '../../../../../src/service/home/scan/native/line';

describe('Line', () => {
  it('gives what an array gives, from both ends', () => {
    const steps = fc.array(fc.constantFrom('push', 'first', 'last'), {
      maxLength: 200
    });
    fc.assert(
      fc.property(steps, all => {
        const line = new Line();
        const array: number[] = [];
        for (const [id, step] of all.entries()) {
          if (step === 'push') {
            line.push(id);
            array.push(id);
          } else {
            const isFirst = step === 'first';
            const taken = isFirst ? line.takeFirst() : line.takeLast();
            expect(taken).toBe(isFirst ? array.shift() : array.pop());
          }
          expect(line.length).toBe(array.length);
        }
      })
    );
  });
});
