import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import { CommandIDs } from '../../../commands';

interface IFieldsProps {
  commands: CommandRegistry;
  trans: TranslationBundle;
  /** The image of this server; empty: not known. */
  own: string;
  /** What is asked for first: the image that the hub offers now; empty: none. */
  suggestion: string;
}

/**
 * Two fields for the images to compare, the first one filled with this server's. One that is left empty stands for
 * this server's too.
 */
export function ComparisonFields({
  commands,
  trans,
  own,
  suggestion
}: IFieldsProps): React.JSX.Element {
  const [from, setFrom] = React.useState<string | null>(null);
  const [to, setTo] = React.useState<string | null>(null);
  const images = [from ?? own, to ?? suggestion].map(each => each.trim());
  const [image, other] = images.filter(each => each !== '');
  const isReady = image !== undefined && (other ?? own) !== image;
  return (
    <form
      className="jp-LeapImage-fields"
      onSubmit={event => {
        event.preventDefault();
        if (isReady) {
          const args = other === undefined ? { image } : { image, to: other };
          void commands.execute(CommandIDs.compareImage, args);
        }
      }}
    >
      <SpecField
        label={trans.__('From')}
        value={from ?? own}
        onChange={setFrom}
        trans={trans}
      />
      <SpecField
        label={trans.__('To')}
        value={to ?? suggestion}
        onChange={setTo}
        trans={trans}
      />
      <button type="submit" className="jp-LeapButton" disabled={!isReady}>
        {trans.__('Compare')}
      </button>
    </form>
  );
}

function SpecField({
  label,
  value,
  onChange,
  trans
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  trans: TranslationBundle;
}): React.JSX.Element {
  return (
    <label>
      {label}
      <input
        type="text"
        className="jp-LeapInput"
        spellCheck={false}
        maxLength={1024}
        placeholder={trans.__('name:tag')}
        value={value}
        onChange={event => {
          onChange(event.target.value);
        }}
      />
    </label>
  );
}
