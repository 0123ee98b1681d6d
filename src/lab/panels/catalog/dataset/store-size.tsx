import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { StoreSize as Size } from '../../../../contract';
import { Age } from '../../../components/age';
import { Button } from '../../../components/button';
import { useKeptFocus } from '../../../components/kept-focus';
import { formatBytes, formatCount } from '../../../format';
import type { Loadable } from '../../../loadable';
import { visible } from '../../../visible';

interface IStoreSizeProps {
  name: string;
  /** What was measured at another time; null: nothing. */
  known: Size | null;
  /** Of its arrays before they are packed, from its metadata; null: not known. */
  unpackedBytes: number | null;
  isMeasurable: boolean;
  /** Measured now; absent: nobody asked. */
  measured: Loadable<Size> | undefined;
  trans: TranslationBundle;
  onMeasure: () => void;
  onCancel: () => void;
}

/**
 * How large a store is, as far as somebody measured it, and the way to find out.
 */
export function StoreSize({
  name,
  known,
  unpackedBytes,
  isMeasurable,
  measured,
  trans,
  onMeasure,
  onCancel
}: IStoreSizeProps): React.JSX.Element {
  const place = React.useRef<HTMLDivElement>(null);
  const kept = useKeptFocus(place, () =>
    place.current?.querySelector('button')
  );
  const isCounting = measured?.status === 'loading';
  const size = measured?.value ?? known;
  return (
    <div ref={place} {...kept} className="jp-LeapStatus">
      <span aria-live={isCounting ? 'off' : 'polite'}>
        {isCounting ? (
          countingText(measured.value, trans)
        ) : (
          <KnownSize size={size} unpackedBytes={unpackedBytes} trans={trans} />
        )}
        {measured?.status === 'failed' && ` ${visible(measured.error.message)}`}
      </span>
      {isCounting ? (
        <Button
          label={trans.__('Cancel')}
          name={trans.__('Stop measuring %1', visible(name))}
          onClick={onCancel}
        />
      ) : (
        isMeasurable && (
          <MeasureButton
            name={visible(name)}
            isAgain={size !== null}
            trans={trans}
            onMeasure={onMeasure}
          />
        )
      )}
    </div>
  );
}

/** What is stored and when that was measured, and what its arrays come to unpacked. */
function KnownSize({
  size,
  unpackedBytes,
  trans
}: Pick<IStoreSizeProps, 'unpackedBytes' | 'trans'> & {
  size: Size | null;
}): React.JSX.Element {
  const unpacked =
    unpackedBytes === null
      ? null
      : trans.__('%1 unpacked.', formatBytes(unpackedBytes));
  return size ? (
    <>
      {storedText(size, trans)} {trans.__('Measured')}{' '}
      <Age at={size.measuredAt} trans={trans} />.
      {unpacked !== null && ` ${unpacked}`}
    </>
  ) : (
    <>{unpacked ?? trans.__('Size not measured.')}</>
  );
}

function MeasureButton({
  name,
  isAgain,
  trans,
  onMeasure
}: Pick<IStoreSizeProps, 'name' | 'trans' | 'onMeasure'> & {
  isAgain: boolean;
}): React.JSX.Element {
  return (
    <Button
      label={isAgain ? trans.__('Measure Again') : trans.__('Measure')}
      name={
        isAgain
          ? trans.__('Measure %1 again', name)
          : trans.__('Measure how much is stored in %1', name)
      }
      title={trans.__(
        'Add up what is stored; a large store takes a while, and can be stopped'
      )}
      onClick={onMeasure}
    />
  );
}

function storedText(
  { bytes, objects, complete }: Size,
  trans: TranslationBundle
): string {
  const stored = trans._n(
    '%2 in %3 object',
    '%2 in %3 objects',
    objects,
    formatBytes(bytes),
    formatCount(objects)
  );
  return complete
    ? trans.__('%1.', stored)
    : trans.__('At least %1: as much was counted as is allowed.', stored);
}

function countingText(
  size: Size | undefined,
  trans: TranslationBundle
): string {
  return size === undefined
    ? trans.__('Counting…')
    : trans.__(
        'Counting: %1 in %2 objects so far',
        formatBytes(size.bytes),
        formatCount(size.objects)
      );
}
