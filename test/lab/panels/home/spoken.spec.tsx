import { nullTranslator } from '@jupyterlab/translation';
import { act, render, screen } from '@testing-library/react';
import { type HomeUsage, LeapError } from '../../../../src/contract';
import { Loadable } from '../../../../src/lab/loadable';
import { Choice } from '../../../../src/lab/panels/home/choice';
import { ORDERS } from '../../../../src/lab/panels/home/tree/order';
import { Spoken } from '../../../../src/lab/panels/home/spoken';
import { INITIAL } from '../../../../src/lab/panels/home/state';
import { LIMITS, usage } from '../../../support/home/usage-answers';

const trans = nullTranslator.load('jupyterlab_leap');
const READY = Loadable.ready(usage());

function show() {
  const order = new Choice(null, 'sortBy', ORDERS);
  const element = (
    state: Loadable<HomeUsage>,
    files = 0
  ): React.JSX.Element => (
    <Spoken
      state={{
        ...INITIAL,
        usage: state,
        isSlow: state.status === 'loading',
        progress: usage({ files, phase: 'scanning' })
      }}
      usage={usage()}
      limits={LIMITS}
      order={order}
      trans={trans}
    />
  );
  const { rerender } = render(element(READY));
  return {
    order,
    change: (state: Loadable<HomeUsage>, files?: number) => {
      rerender(element(state, files));
    }
  };
}

function said(): (string | null)[] {
  return screen.getAllByRole('status').map(({ textContent }) => textContent);
}

describe('What the Storage section says aloud', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('is nothing before something happens', () => {
    show();
    expect(said()).toEqual(['', '']);
  });

  it('is that a count runs, how far it is every ten seconds, and what it came to', () => {
    const { change } = show();
    change(Loadable.loading(READY));
    expect(said()[0]).toBe('Counting your home…');

    change(Loadable.loading(READY), 84_000);
    expect(said()[0]).toBe('Counting your home…');
    act(() => {
      jest.advanceTimersByTime(10_000);
    });
    expect(said()[0]).toBe('Still counting, 84,000 files');

    change(READY);
    expect(said()[0]).toBe('Count finished: 31.4\u00a0GB of 50\u00a0GB.');
  });

  it('is that a count was stopped', () => {
    const { change } = show();
    change(Loadable.loading(READY));
    change(Loadable.failed(READY, new LeapError('cancelled', 'Cancelled.')));
    expect(said()[0]).toBe('Count stopped.');
  });

  it('is the order of the table, once another is chosen', async () => {
    const { order } = show();
    await act(() => order.choose('files'));
    expect(said()[1]).toBe('Sorted by number of files, most first');

    await act(() => order.choose('size'));
    expect(said()[1]).toBe('Sorted by size, largest first');
  });
});
