import { IdleTimer } from '../../src/service/idle-timer';

describe('IdleTimer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('tells when nothing ever began', () => {
    const onRest = jest.fn();
    new IdleTimer(1000, onRest);

    jest.advanceTimersByTime(999);
    expect(onRest).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(onRest).toHaveBeenCalledTimes(1);
  });

  it('waits as long as something is in progress, and then once more', () => {
    const onRest = jest.fn();
    const idle = new IdleTimer(1000, onRest);

    idle.count(1);
    idle.count(1);
    idle.count(-1);
    jest.advanceTimersByTime(3_600_000);
    expect(onRest).not.toHaveBeenCalled();

    idle.count(-1);
    jest.advanceTimersByTime(999);
    expect(onRest).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(onRest).toHaveBeenCalledTimes(1);
  });

  it('lets what began a moment before leaving end first', () => {
    const onLeave = jest.fn();
    const idle = new IdleTimer(1000, () => idle.onRestAfter(100, onLeave));

    jest.advanceTimersByTime(1050);
    idle.count(1);
    jest.advanceTimersByTime(10_000);
    expect(onLeave).not.toHaveBeenCalled();

    idle.count(-1);
    jest.advanceTimersByTime(100);
    expect(onLeave).toHaveBeenCalledTimes(1);
  });
});
