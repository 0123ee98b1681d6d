import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Slice } from '../../contract';
import { formatBytes } from '../format';
import { Slow } from '../components/slow';
import { visible } from '../visible';
import type { IContentsModel } from './contents-model';
import { LinePicture } from './line-picture';
import { MapPicture } from './map-picture';
import { altText } from './slice-words';

interface ISliceProps {
  readonly slice: Slice;
  /** Another one is on its way; this one stays until then. */
  readonly isBusy: boolean;
  readonly model: IContentsModel;
  readonly trans: TranslationBundle;
}

/**
 * A slice as a picture, with a slider for each dimension it was cut from.
 */
export function SliceView({
  slice,
  isBusy,
  model,
  trans
}: ISliceProps): React.JSX.Element {
  const Picture = slice.drawn === 'line' ? LinePicture : MapPicture;
  const label = altText(slice, trans);
  return (
    <figure className="jp-LeapSlice" aria-busy={isBusy}>
      <Picture slice={slice} label={label} trans={trans} />
      {slice.at
        .filter(({ size }) => size > 1)
        .map(at => (
          <Slider key={at.dimension} at={at} model={model} trans={trans} />
        ))}
      <figcaption className="jp-LeapQuiet">
        {isBusy ? trans.__('Reading…') : readText(slice, trans)}
        {isBusy && (
          <Slow news={slice}>
            {` ${trans.__('The answer is slow to come. Still trying.')}`}
          </Slow>
        )}
        {slice.notes.map(note => (
          <span key={note}> {visible(note)}</span>
        ))}
      </figcaption>
    </figure>
  );
}

function Slider({
  at,
  model,
  trans
}: Pick<ISliceProps, 'model' | 'trans'> & {
  readonly at: Slice['at'][number];
}): React.JSX.Element {
  const id = React.useId();
  // Follows the hand at once; the picture follows when it rests.
  const { positions } = model.state;
  const index = positions.get(at.dimension) ?? at.index;
  const isHere = index === at.index;
  const text = isHere
    ? visible(at.text)
    : trans.__('%1 of %2', index + 1, at.size);
  return (
    <div className="jp-LeapSlice-slider">
      <label htmlFor={id}>{visible(at.dimension)}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={at.size - 1}
        value={index}
        aria-valuetext={text}
        onChange={event => {
          model.move(at.dimension, Number(event.target.value));
        }}
      />
      <output htmlFor={id}>{text}</output>
    </div>
  );
}

function readText(
  { bytesRead, chunksRead, missing }: Slice,
  trans: TranslationBundle
): string {
  const read =
    bytesRead === 0
      ? trans.__('Nothing had to be read again.')
      : trans._n(
          'Read %2 in %1 chunk.',
          'Read %2 in %1 chunks.',
          chunksRead,
          formatBytes(bytesRead)
        );
  return missing > 0
    ? trans.__(
        '%1 %2 % of it has no data.',
        read,
        missing < 0.01 ? '<1' : Math.round(missing * 100)
      )
    : read;
}
