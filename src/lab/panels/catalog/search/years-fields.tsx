import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { coveredValue, type ICoveredYears } from '../../../../contract';

interface IYearsFieldsProps {
  /** What is asked; null: nothing. */
  years: ICoveredYears | null;
  trans: TranslationBundle;
  onYears: (years: ICoveredYears | null) => void;
}

/**
 * Two fields for the years that data shall cover. What is typed is asked as soon as it is a year of four digits, shorter
 * ones when the field is left.
 */
export function YearsFields({
  years,
  trans,
  onYears
}: IYearsFieldsProps): React.JSX.Element {
  const [texts, setTexts] = useTexts(years);
  const id = React.useId();
  const problem = problemOf(texts, trans);
  const ask = (next: ITexts, digits: RegExp): void => {
    const asked = readTexts(next, digits);
    if (asked !== 'unfinished' && keyOf(asked) !== keyOf(years)) {
      onYears(asked);
    }
  };
  const field = (end: keyof ITexts, name: string): React.JSX.Element => (
    <YearField
      name={name}
      text={texts[end]}
      problemId={problem === null ? undefined : id}
      onType={typed => {
        const next = { ...texts, [end]: typed };
        setTexts(next);
        ask(next, /^\d{4}$/);
      }}
      onDone={() => {
        ask(texts, /^\d{1,4}$/);
      }}
    />
  );
  return (
    <div
      className="jp-LeapCatalog-years"
      role="group"
      aria-label={trans.__('Years that data cover')}
    >
      <span>{trans.__('Covers')}</span>
      {field('first', trans.__('First year'))}
      <span>{trans.__('to')}</span>
      {field('last', trans.__('Last year'))}
      {problem !== null && (
        <p id={id} role="status">
          {problem}
        </p>
      )}
    </div>
  );
}

/** One year; done when it is left, or on Enter. */
function YearField({
  name,
  text,
  problemId,
  onType,
  onDone
}: {
  name: string;
  text: string;
  /** Of what says what is wrong; undefined: nothing is. */
  problemId: string | undefined;
  onType: (text: string) => void;
  onDone: () => void;
}): React.JSX.Element {
  return (
    <input
      className="jp-LeapInput"
      inputMode="numeric"
      maxLength={4}
      autoComplete="off"
      value={text}
      aria-label={name}
      aria-invalid={problemId !== undefined}
      aria-describedby={problemId}
      onChange={event => {
        onType(event.target.value.trim());
      }}
      onBlur={onDone}
      onKeyDown={event => {
        if (event.key === 'Enter') {
          onDone();
        }
      }}
    />
  );
}

interface ITexts {
  readonly first: string;
  readonly last: string;
}

/** What stands in the fields; what is asked elsewhere, as by a link, takes its place. */
function useTexts(
  years: ICoveredYears | null
): [ITexts, (texts: ITexts) => void] {
  const asked = textsOf(years);
  const [texts, setTexts] = React.useState(asked);
  const key = keyOf(years);
  const [shown, setShown] = React.useState(key);
  if (key !== shown) {
    setShown(key);
    if (keyOf(readTexts(texts, /^\d{1,4}$/)) !== key) {
      setTexts(asked);
    }
  }
  return [texts, setTexts];
}

function textsOf(years: ICoveredYears | null): ITexts {
  return {
    first: String(years?.first ?? ''),
    last: String(years?.last ?? '')
  };
}

function keyOf(years: ICoveredYears | null | 'unfinished'): string {
  return years === null || years === 'unfinished'
    ? String(years)
    : coveredValue(years);
}

function readTexts(
  { first, last }: ITexts,
  digits: RegExp
): ICoveredYears | null | 'unfinished' {
  if (first === '' && last === '') {
    return null;
  }
  if ([first, last].some(text => text !== '' && !digits.test(text))) {
    return 'unfinished';
  }
  const years = {
    first: first === '' ? null : Number(first),
    last: last === '' ? null : Number(last)
  };
  return isBackwards(years) ? 'unfinished' : years;
}

function isBackwards({ first, last }: ICoveredYears): boolean {
  return first !== null && last !== null && first > last;
}

function problemOf(texts: ITexts, trans: TranslationBundle): string | null {
  const { first, last } = texts;
  if (/\D/.test(first + last)) {
    return trans.__('A year is a number, such as 1993.');
  }
  return first.length === 4 &&
    last.length === 4 &&
    isBackwards({ first: Number(first), last: Number(last) })
    ? trans.__('The first year is after the last one.')
    : null;
}
