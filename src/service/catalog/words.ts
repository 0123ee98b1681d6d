/** A query or record with more words than this says nothing more. */
const MAX_WORDS = 4000;

/** Words that stand in every sentence, and in a catalog of data sets "data" is one of them. */
const STOP_WORDS = new Set(
  (
    'a about after all an and any are as at available base based be been before best between but by can could data dataset datasets do does ' +
    'download during each exist file find for from get getting give good had has have help how i if in index into is it its know like list ' +
    'look looking made me much my need no of on one onward open or our over paper please product project same should show since so some study ' +
    'than that the their them there these this those to until up use used using via want was we were what when where which who why will with ' +
    'within without would you your ' +
    // Of other languages: "temperature de surface de la mer".
    'de del della delle dei dem den der des di do da du das dos und zur'
  ).split(' ')
);

/** What people cut short, in full. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['temp', 'temperature'],
  ['sfc', 'surface'],
  ['surf', 'surface'],
  ['atm', 'atmosphere'],
  ['atmo', 'atmosphere'],
  ['obs', 'observation'],
  ['clim', 'climatology'],
  ['climo', 'climatology'],
  ['conc', 'concentration'],
  ['veg', 'vegetation'],
  ['vel', 'velocity'],
  ['anom', 'anomaly'],
  ['sim', 'simulation'],
  ['resol', 'resolution'],
  ['hires', 'high resolution'],
  ['oc', 'ocean'],
  ['rad', 'radiation'],
  ['hum', 'humidity'],
  ['pres', 'pressure'],
  ['deg', 'degree'],
  ['vert', 'vertical'],
  ['horiz', 'horizontal'],
  ['precips', 'precipitation'],
  ['max', 'maximum'],
  ['min', 'minimum'],
  ['avg', 'mean'],
  ['equil', 'equilibrium'],
  ['recon', 'reconstruction'],
  // What they say in plain words.
  ['warm', 'temperature'],
  ['hot', 'temperature'],
  ['cold', 'temperature'],
  ['salty', 'salinity'],
  ['rainy', 'rain'],
  ['windy', 'wind'],
  ['humid', 'humidity'],
  ['cloudy', 'cloud'],
  ['icy', 'ice'],
  ['snowy', 'snow']
]);

/**
 * The words of a text: without accents, in lower case, in the singular.
 */
export function words(text: string): string[] {
  const found = ASCII.test(text)
    ? (text.toLowerCase().match(ASCII_WORDS) ?? [])
    : (plain(text).match(WORDS) ?? []);
  const many = Math.min(found.length, MAX_WORDS);
  const list: string[] = [];
  for (let index = 0; index < many; index++) {
    list.push(singular(found[index] ?? ''));
  }
  return list;
}

const WORDS = /\p{N}+\.\p{N}+|[\p{L}\p{N}]+/gu;

/** Most text has no other letters, and takes a third of the time like this. */
const ASCII = /^[\x00-\x7f]*$/;
const ASCII_WORDS = /[0-9]+\.[0-9]+|[a-z0-9]+/g;

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/(\d)°/g, '$1 degree ')
    .toLowerCase();
}

/**
 * Whether a word tells data sets apart.
 */
export function isTelling(word: string): boolean {
  return !STOP_WORDS.has(word);
}

/**
 * The words of a query that tell data sets apart; all of them when none does.
 */
export function queryWords(text: string): string[] {
  const all = [...new Set(words(text))];
  // Of `t_an` no part is a small word of a sentence.
  const names = text.match(/[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)+/gu) ?? [];
  const parts = new Set(names.flatMap(name => words(name)));
  const telling = all.filter(word => parts.has(word) || isTelling(word));
  return (telling.length > 0 ? telling : all).slice(0, 24);
}

/**
 * What people cut short, in full; other words as they are.
 */
export function inFull(word: string): readonly string[] {
  const [, quantity = '', level] = LEVEL.exec(word) ?? [];
  const aloft = LEVEL_QUANTITIES.get(quantity);
  return aloft === undefined || level === undefined
    ? (ABBREVIATIONS.get(word) ?? word).split(' ')
    : [...aloft.split(' '), 'pressure', 'level'];
}

/** "t850": a quantity at a level of pressure, in hectopascals. */
const LEVEL =
  /^([a-z]{1,3})(1000|9[25]5|9[05]0|8[05]0|[2-7][05]0|100|150|50|10)$/;
const LEVEL_QUANTITIES: ReadonlyMap<string, string> = new Map([
  ['t', 'temperature'],
  ['ta', 'temperature'],
  ['q', 'specific humidity'],
  ['hus', 'specific humidity'],
  ['r', 'relative humidity'],
  ['rh', 'relative humidity'],
  ['u', 'wind'],
  ['ua', 'wind'],
  ['v', 'wind'],
  ['va', 'wind'],
  ['uv', 'wind'],
  ['w', 'vertical velocity'],
  ['wap', 'vertical velocity'],
  ['z', 'geopotential height'],
  ['zg', 'geopotential height'],
  ['gh', 'geopotential height'],
  ['vo', 'vorticity']
]);

/** What is left of a word without its ending must still say something. */
const MIN_ROOT_LENGTH = 5;

/**
 * The beginning that a word shares with its relatives, "emul" for emulator, emulate and emulation.
 */
export function root(word: string): string {
  const cut = word.replace(
    /(i[sz]ation|ation|ations|ator|ating|ated|ling|ing|ed|er|or|ical|ic|al|ity|ive|ion|e|y)$/,
    ''
  );
  return cut.length >= MIN_ROOT_LENGTH ? cut : word;
}

/**
 * "Fluxes" and "flux" are one word to a reader. Crude is enough: both sides go through it.
 */
export function singular(word: string): string {
  if (
    word.length < 4 ||
    !word.endsWith('s') ||
    /(ss|us|is|series|species)$/.test(word)
  ) {
    return word;
  }
  return /(x|ch|sh|ss)es$/.test(word)
    ? word.slice(0, -2)
    : word.endsWith('ies')
      ? `${word.slice(0, -3)}y`
      : word.slice(0, -1);
}
