import { Spans } from '../../../../../src/service/home/scan/native/spans';

describe('parts of a list', () => {
  it('are given out until all is', () => {
    const spans = new Spans(5);

    expect(spans.take(3)).toEqual({ first: 0, count: 3 });
    expect(spans.length).toBe(2);
    expect(spans.take(3)).toEqual({ first: 3, count: 2 });
    expect(spans.take(3)).toBeNull();
  });

  it('are given out again when they come back', () => {
    const spans = new Spans(10);
    spans.take(4);
    spans.putBack({ first: 1, count: 3 });
    spans.putBack({ first: 4, count: 0 });

    expect(spans.length).toBe(9);
    const taken: number[] = [];
    for (let span = spans.take(2); span !== null; span = spans.take(2)) {
      taken.push(
        ...Array.from({ length: span.count }, (_, at) => at + span.first)
      );
    }

    expect(taken.sort((one, other) => one - other)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9
    ]);
  });

  it('are none of a list that is empty', () => {
    expect(new Spans(0).take(1)).toBeNull();
  });
});
