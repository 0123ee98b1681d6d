import type { HomeLimits, HomeUsage } from '../../src/contract';
import { clearable } from '../support/home/clearable-answers';
import { history, noHistory } from '../support/home/history-answers';
import { largest } from '../support/home/largest-answers';
import {
  entry,
  GB,
  LIMITS,
  summary,
  usage
} from '../support/home/usage-answers';
import type { Answers } from './scripted-home';

/**
 * A state of the storage section: what the server says, and what a reader then sees.
 */
interface IHomeState {
  readonly name: string;
  readonly answers: Answers;
  readonly shows: readonly (string | RegExp)[];
  /** What would be wrong or made up in this state. */
  readonly hides?: readonly (string | RegExp)[];
}

let counts = 0;

/** A count of a moment ago, each later than the one before: what depends on it is asked again. */
function now(rest: Partial<HomeUsage> = {}): HomeUsage {
  counts += 1;
  const scannedAt = new Date(Date.now() - 20_000 + counts * 1000).toISOString();
  return usage({ scannedAt, startedAt: scannedAt, ...rest });
}

const UNKNOWN: HomeLimits = {
  ...LIMITS,
  recommendedBytes: null,
  limitBytes: null
};

const NOTHING: Partial<HomeUsage> = {
  children: [],
  otherChildren: { entries: 0, usedBytes: 0 },
  usedBytes: 4096
};

/** A server that knows all there is to know of a home with this usage. */
function server(counted: HomeUsage, rest: Answers = {}): Answers {
  const { limits } = counted;
  return {
    'home/summary': { body: summary({ last: counted, limits }) },
    'home/usage': { items: [counted] },
    'home/clearable': { items: [clearable()] },
    'home/history': { body: history() },
    'home/largest': { body: largest() },
    ...rest
  };
}

const failing = (status: number, code: string): Answers => {
  const failure = { failure: { status, code } };
  return {
    'home/summary': failure,
    'home/usage': failure,
    'home/clearable': failure,
    'home/history': failure,
    'home/largest': failure
  };
};

const down = { network: 'down' } as const;
const rescan = now({ phase: 'scanning', files: 84_000, usedBytes: 23 * GB });

/** In an order in which nothing that is known later is shown earlier. */
export const HOME_STATES: readonly IHomeState[] = [
  {
    name: 'no Node, nothing known',
    answers: failing(503, 'no-node'),
    shows: ['Node.js is missing on this server', 'Retry', 'Copy details'],
    hides: ['Nothing here yet']
  },
  {
    name: 'server stopped, nothing known',
    answers: { 'home/summary': down },
    shows: ['Your server does not answer', 'Retry']
  },
  {
    name: 'first ever, no answer yet',
    answers: {
      'home/summary': { body: summary() },
      'home/usage': { network: 'silent' }
    },
    shows: [/Reading what is known about your home/],
    hides: ['Nothing here yet']
  },
  {
    name: 'first count',
    answers: server(rescan, {
      'home/summary': { body: summary() },
      'home/usage': { items: [rescan], isOpen: true },
      'home/clearable': { network: 'silent' }
    }),
    shows: [
      'Counting: 84,000 files so far',
      'Cancel',
      'cmip6-work',
      /^≥ 23.GB of 50.GB$/,
      /At most 27.GB left/
    ],
    hides: ['Nothing here yet', 'What grew', /% of the home/]
  },
  {
    name: 'empty home',
    answers: server(now(NOTHING), {
      'home/clearable': {
        items: [clearable({ items: [], preselectedBytes: 0 })]
      },
      'home/history': { body: noHistory() },
      'home/largest': { body: largest({ files: [], stores: [], oldest: [] }) }
    }),
    shows: [/Nothing here yet/, /nothing to clear/],
    hides: [/% of the home/]
  },
  {
    name: 'ready',
    answers: server(now()),
    shows: [
      /^Counted/,
      'Safe to clear: 6.5 GB',
      'What grew',
      /2.GB more than a day ago/,
      /Does not belong here/
    ]
  },
  {
    name: 'full in some days, deletion switched off',
    answers: server(now({ usedBytes: 41 * GB }), {
      'home/clearable': { items: [clearable({ deletionAllowed: false })] },
      'home/history': { body: history({ fullInDays: 12 }) }
    }),
    shows: ['At this rate full in 12 days.', /switched off on this hub/],
    hides: ['Review…']
  },
  {
    name: 'partial',
    answers: server(
      now({
        complete: false,
        unreadable: [{ path: 'private', reason: 'EACCES' }],
        unreadableCount: 3,
        excludedMounts: ['shared'],
        children: [entry('private', 9 * GB, { complete: false })]
      })
    ),
    shows: [
      /^≥ 31\.4.GB of 50.GB$/,
      /3 parts could not be read/,
      '1 shared folder is not counted'
    ]
  },
  {
    name: 'counting again',
    answers: server(now({ scannedAt: '2026-11-20T12:00:00Z' }), {
      'home/usage': { items: [rescan], isOpen: true }
    }),
    shows: ['Counting: 84,000 files so far', '31.4 GB of 50 GB', 'Cancel']
  },
  {
    name: 'full',
    answers: server(now({ usedBytes: 51 * GB })),
    shows: [/⚠ Your home is full/, 'Review…']
  },
  {
    name: 'disk full below the limit',
    answers: server(now({ diskFull: true })),
    shows: [/⚠ The disk that your home is on is full/, 'Review…']
  },
  {
    name: 'disk nearly full, far from the limit',
    answers: server(now({ diskFreeBytes: GB })),
    shows: [
      /⚠ 6\.4.GB over the recommended 25.GB\. The disk .* only 1.GB left/,
      'Review…'
    ],
    hides: [/^Clear 6/]
  },
  {
    name: 'limit not known',
    answers: server(now({ limits: UNKNOWN })),
    shows: ['31.4 GB used', /The limit is not known here/],
    hides: [/left/]
  },
  {
    name: 'no home storage on this hub',
    answers: server(now({ limits: UNKNOWN }), {
      'home/summary': { body: summary({ kept: false, limits: UNKNOWN }) }
    }),
    shows: ['This hub keeps no home', '31.4 GB used'],
    hides: [/The limit is not known/]
  },
  {
    name: 'read-only home',
    answers: server(now(), {
      'home/summary': { body: summary({ writable: false }) }
    }),
    shows: ['Your home is read-only', /nothing can be deleted now/],
    hides: ['Review…']
  },
  {
    name: 'no permission on the home itself',
    answers: server(
      now({
        ...NOTHING,
        complete: false,
        unreadable: [
          {
            path: '',
            reason: 'EACCES',
            owner: { name: 'root', isYou: false }
          }
        ],
        unreadableCount: 1
      })
    ),
    shows: [
      'Your home could not be read',
      /\/home\/jovyan: no permission, it belongs to root/,
      /can give it back to you\.$/
    ],
    hides: ['Nothing here yet', /1 part could not be read/, /% of the home/]
  },
  {
    name: 'stale: the service failed',
    answers: {
      ...server(now()),
      'home/usage': { failure: { status: 503, code: 'service-failed' } }
    },
    shows: ['The background service stopped', /may be out of date/, 'Retry']
  },
  {
    name: 'stale: the server stopped',
    answers: {
      'home/summary': down,
      'home/clearable': down,
      'home/history': down,
      'home/largest': down
    },
    shows: ['Your server does not answer', '31.4 GB of 50 GB']
  }
];
