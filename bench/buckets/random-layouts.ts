import { createHash } from 'node:crypto';
import type { ILayout } from '../../test/support/gcs/layouts';
import { layoutOf } from './late-layouts';

type Random = () => number;
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const WORDS = [
  'hfls',
  'pr',
  'psl',
  'tas',
  'ua',
  'zg',
  'day',
  'mon',
  'Amon',
  'historical',
  'ssp585',
  'ssp126',
  'raw',
  'processed',
  'v1',
  'v2',
  'latest',
  'archive',
  'Übersicht',
  'данные',
  '海面水温',
  'قياسات',
  '🌊-runs',
  'model',
  'obs',
  'reanalysis',
  'temperature',
  'wind_speed',
  'u10',
  'v10',
  'sst',
  'chlorophyll',
  'anna',
  'Bob',
  'carol.x',
  'lab shared',
  'tmp',
  'test run',
  'checkpoints',
  'weights',
  'figures',
  'notebooks',
  'surface',
  '500mb',
  '2m',
  'z'
];
type Namer = (at: number) => string;
const pick = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T;
const hex = (text: string) => createHash('sha1').update(text).digest('hex');

function makeNamer(random: Random, isFile: boolean): Namer {
  const stem =
    random() < 0.5
      ? ''
      : pick(random, WORDS).replace('/', '') +
        pick(random, ['-', '_', '=', '.', ' ', '']);
  const salt = String(random());
  const width = 3 + Math.floor(random() * 5);
  const step = random() < 0.7 ? 1 : 1 + Math.floor(random() * 400);
  const from = random() < 0.5 ? 0 : Math.floor(random() * 5000);
  const start = Date.UTC(
    1950 + Math.floor(random() * 70),
    Math.floor(random() * 12),
    1
  );
  const stride = pick(random, [
    3_600_000,
    21_600_000,
    86_400_000,
    300_000,
    7 * 86_400_000
  ]);
  const iso = (at: number) => new Date(start + at * stride).toISOString();
  const across = 2 + Math.floor(random() * 60);
  const kinds: Namer[] = [
    at => stem + String(from + at * step).padStart(width, '0'),
    at => stem + String(from + at * step),
    at => stem + iso(at).slice(0, 16).replaceAll(/[-:]/g, ''),
    at => stem + iso(at).slice(0, 13),
    at => hex(`${salt}${String(at)}`).slice(0, 8 + width),
    at => {
      const h = hex(`${salt}${String(at)}`);
      return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-${h.slice(16, 20)}-${h.slice(20, 32)}`;
    },
    at =>
      stem +
      (WORDS[(at * 7 + width) % WORDS.length] ?? '') +
      (at < WORDS.length ? '' : String(Math.floor(at / WORDS.length))),
    at => stem + String(1_500_000_000 + at * step * 37),
    at => `期間-${String(at * step).padStart(6, '0')}`
  ];
  if (isFile) {
    kinds.push(
      at => `${String(Math.floor(at / across))}.${String(at % across)}.0`,
      at => `c/${String(Math.floor(at / across))}/${String(at % across)}`,
      at => `${stem}${String(at % 20)}_${iso(Math.floor(at / 20)).slice(0, 10)}`
    );
  }
  return pick(random, kinds);
}

interface ILevel {
  namers: Namer[];
  fan: number;
  skew: number;
  chain: string[];
}

/**
 * Folders and names drawn at random, the same for the same seed: how deep, how many, how unlike in size, and how each
 * level is named. The splitter was chosen with even seeds and judged with odd ones.
 */
export function randomLayout(seed: number, count: number): ILayout {
  const random = randomOf(seed * 7919 + 13);
  const parts = random() < 0.35 ? 2 + Math.floor(random() * 3) : 1;
  const names: string[] = [];
  const weights = Array.from({ length: parts }, () => 0.1 + random() ** 2);
  const sum = weights.reduce((a, b) => a + b, 0);
  weights.forEach((w, p) => {
    const root =
      parts === 1
        ? ''
        : `${WORDS[(p * 11 + seed) % WORDS.length] ?? ''}${String(p)}/`;
    one(random, Math.round((count * w) / sum), root, names);
  });
  return layoutOf(names);
}

/** One tree of folders. */
function one(
  random: Random,
  count: number,
  root: string,
  names: string[]
): void {
  const tree = drawTree(random);
  const { levels, giant } = tree;
  const fill = (level: number, prefix: string, share: number): void => {
    const at = levels[level];
    if (at === undefined || share < 1) {
      addFiles(random, tree, prefix, Math.max(1, Math.round(share)), names);
      return;
    }
    // no deeper than there is something to hold
    const fan = Math.max(
      1,
      Math.min(Math.ceil(at.fan * (0.5 + random())), Math.floor(share))
    );
    const namer = pick(random, at.namers);
    const raw = Array.from(
      { length: fan },
      () => (random() + 0.02) ** (at.skew * 2)
    );
    if (giant && level === 0) {
      raw[Math.floor(random() * fan)] = raw.reduce((a, b) => a + b, 0);
    }
    const total = raw.reduce((a, b) => a + b, 0);
    for (let i = 0; i < fan; i++) {
      const folder = [namer(i), ...at.chain].join('/');
      fill(level + 1, `${prefix}${folder}/`, (share * (raw[i] ?? 0)) / total);
    }
  };
  fill(0, root, count);
}

interface ITree {
  levels: ILevel[];
  files: Namer[];
  suffix: string;
  /** What all names of files begin with. */
  long: string;
  /** One folder holds as much as all others. */
  giant: boolean;
}

/** The order of the draws is part of what a seed means. */
function drawTree(random: Random): ITree {
  const depth = Math.floor(random() * 6);
  const levels: ILevel[] = Array.from({ length: depth }, () => ({
    namers: Array.from({ length: random() < 0.75 ? 1 : 2 }, () =>
      makeNamer(random, false)
    ),
    fan: pick(random, [2, 4, 7, 12, 30, 60, 200, 800]),
    skew: pick(random, [0, 0, 0.5, 1, 1.5, 2.5]),
    chain: random() < 0.25 ? [pick(random, WORDS)] : []
  }));
  const files = Array.from({ length: random() < 0.7 ? 1 : 3 }, () =>
    makeNamer(random, true)
  );
  const suffix = pick(random, ['.nc', '', '.parquet', '/0.0', '.json']);
  const long =
    random() < 0.2
      ? 'CMIP6.ScenarioMIP.NOAA-GFDL.GFDL-ESM4.ssp585.'.repeat(2)
      : '';
  return { levels, files, suffix, long, giant: random() < 0.25 };
}

function addFiles(
  random: Random,
  { files, long, suffix }: ITree,
  prefix: string,
  count: number,
  names: string[]
): void {
  const namer = files.length === 1 ? (files[0] ?? String) : pick(random, files);
  for (let i = 0; i < count; i++) {
    names.push(`${prefix}${long}${namer(i)}${suffix}`);
  }
}
