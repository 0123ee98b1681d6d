import type { CDPSession } from '@playwright/test';

/** Milliseconds of the main thread's own processor time, so that a busy machine does not count. */
export interface IFrame {
  /** Event handlers, timers, React. */
  readonly scriptMs: number;
  readonly styleMs: number;
  readonly layoutMs: number;
  /** What to draw and in which layers. The drawing itself is another thread's, or the graphics card's. */
  readonly paintMs: number;
  /** All tasks since the frame before, the browser's own among them. */
  readonly wholeMs: number;
  /** Whether a list was scrolled in it: the other frames only wait for the next turn of the wheel. */
  readonly hasScrolled: boolean;
}

/** What the main thread did while something ran. */
export interface IRecorded {
  readonly frames: readonly IFrame[];
  /** The longest task, processor time. */
  readonly longestMs: number;
}

type Kind = 'scriptMs' | 'styleMs' | 'layoutMs' | 'paintMs';

/** https://chromium.googlesource.com/chromium/src, devtools.timeline; what stands inside another is counted once. */
const KINDS: Readonly<Record<string, Kind>> = {
  EventDispatch: 'scriptMs',
  FunctionCall: 'scriptMs',
  FireAnimationFrame: 'scriptMs',
  TimerFire: 'scriptMs',
  ParseHTML: 'scriptMs',
  UpdateLayoutTree: 'styleMs',
  Layout: 'layoutMs',
  PrePaint: 'paintMs',
  Paint: 'paintMs',
  Layerize: 'paintMs',
  Commit: 'paintMs'
};

const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  // Where one frame ends is told in here.
  'disabled-by-default-devtools.timeline'
];

const TASK = 'ThreadControllerImpl::RunTask';

interface IEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

/**
 * Record the page's main thread while `act` runs.
 */
export async function record(
  session: CDPSession,
  act: () => Promise<void>
): Promise<IRecorded> {
  const events: IEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => {
    events.push(...(value as IEvent[]));
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES }
  });
  await act();
  const complete = new Promise<void>(resolve => {
    session.once('Tracing.tracingComplete', () => {
      resolve();
    });
  });
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return readTrace(events);
}

/** The page's thread is the one that handles events. */
function readTrace(events: readonly IEvent[]): IRecorded {
  const page = events.find(({ name }) => name === 'EventDispatch');
  const main = events
    .filter(
      ({ ph, pid, tid }) => ph === 'X' && pid === page?.pid && tid === page.tid
    )
    .sort((a, b) => a.ts - b.ts);
  const tasks = main.filter(({ name }) => name === TASK);
  return {
    frames: framesOf(main, tasks),
    longestMs: Math.max(0, ...tasks.map(ms))
  };
}

/** A frame ends where what it draws is handed on. */
function framesOf(
  main: readonly IEvent[],
  tasks: readonly IEvent[]
): readonly IFrame[] {
  const ends = main
    .filter(({ name }) => name === 'Commit')
    .map(({ ts, dur }) => ts + (dur ?? 0));
  const frames = ends.map(() => ({
    scriptMs: 0,
    styleMs: 0,
    layoutMs: 0,
    paintMs: 0,
    wholeMs: 0,
    hasScrolled: false
  }));
  const frameAt = (ts: number): (typeof frames)[number] | undefined =>
    frames[ends.findIndex(end => ts <= end)];
  for (const task of tasks) {
    const frame = frameAt(task.ts);
    if (frame) {
      frame.wholeMs += ms(task);
    }
  }
  for (const { event, kind, outer } of nested(main)) {
    const frame = frameAt(event.ts);
    if (frame) {
      frame[kind] += ms(event);
      if (outer) {
        frame[outer] -= ms(event);
      }
      frame.hasScrolled ||= event.args?.data?.type === 'scroll';
    }
  }
  return frames;
}

/** Each event of a kind, with the kind of what it stands inside. */
function* nested(
  main: readonly IEvent[]
): Generator<{ event: IEvent; kind: Kind; outer: Kind | undefined }> {
  const open: { end: number; kind: Kind }[] = [];
  for (const event of main) {
    const kind = KINDS[event.name];
    if (kind) {
      while ((open.at(-1)?.end ?? Infinity) <= event.ts) {
        open.pop();
      }
      yield { event, kind, outer: open.at(-1)?.kind };
      open.push({ end: event.ts + (event.dur ?? 0), kind });
    }
  }
}

function ms({ tdur }: IEvent): number {
  return (tdur ?? 0) / 1000;
}
