/** A query or record with more words than this says nothing more. */
const MAX_WORDS = 4000;

/** Words that stand in every sentence, and in a catalog of data sets "data" is one of them. */
const STOP_WORDS = new Set(
  'a an and are as at by data dataset datasets for from how i in is it me my need of on or over that the to want was what where which with'.split(
    ' '
  )
);

/**
 * The words of a text: without accents, in lower case, in the singular.
 */
export function words(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/(\d)°/g, '$1 degree ')
    .toLowerCase();
  const found = plain.match(/\p{N}+\.\p{N}+|[\p{L}\p{N}]+/gu) ?? [];
  return found.slice(0, MAX_WORDS).map(singular);
}

/**
 * The words of a query that tell data sets apart; all of them when none does.
 */
export function queryWords(text: string): string[] {
  const all = [...new Set(words(text))];
  const telling = all.filter(word => !STOP_WORDS.has(word));
  return (telling.length > 0 ? telling : all).slice(0, 24);
}

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

/** "Fluxes" and "flux" are one word to a reader. Crude is enough: both sides go through it. */
function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word) || !word.endsWith('s')) {
    return word;
  }
  return /(x|ch|sh|ss)es$/.test(word)
    ? word.slice(0, -2)
    : word.endsWith('ies')
      ? `${word.slice(0, -3)}y`
      : word.slice(0, -1);
}
