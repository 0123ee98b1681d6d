import * as React from 'react';

interface IChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}

/**
 * One of a few, all of them visible.
 */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange
}: IChoiceProps<T>): React.JSX.Element {
  const name = React.useId();
  return (
    <fieldset className="jp-LeapAccess-choice">
      <legend>{label}</legend>
      {options.map(([option, text]) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            checked={option === value}
            onChange={() => {
              onChange(option);
            }}
          />{' '}
          {text}
        </label>
      ))}
    </fieldset>
  );
}
