import { LatencyJudge } from '../../../../../src/service/home/scan/node/judge';

describe('the judge of latency', () => {
  it('is not moved by one slow call, but by many', () => {
    const judge = new LatencyJudge();
    judge.add(true);
    judge.add(false);
    expect(judge.isSlow).toBe(false);

    for (let time = 0; time < 3; time += 1) {
      judge.add(true);
    }
    expect(judge.isSlow).toBe(true);

    for (let time = 0; time < 8; time += 1) {
      judge.add(false);
    }
    expect(judge.isSlow).toBe(false);
  });
});
