import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import { Button } from '../../components/button';
import type { IMeasured } from './folder/measuring';
import type { IBucketsModel } from './buckets-model';
import { contentText, largestText, measuredText } from './words';
import { SlowBucket } from './slow-bucket';

interface IMeasuredProps {
  /** Of the open folder: a folder in it, with its closing slash; empty for itself. */
  readonly name: string;
  readonly measured: IMeasured | undefined;
  readonly model: IBucketsModel;
  /** Where the focus goes when the button disappears. */
  readonly grid: React.RefObject<HTMLElement>;
  readonly trans: TranslationBundle;
}

/**
 * How much is in a folder, while it is counted with a way to stop. Spoken when it is counted, not at every step.
 */
export function Measured({
  name,
  measured,
  model,
  grid,
  trans
}: IMeasuredProps): React.JSX.Element | null {
  if (!measured) {
    return null;
  }
  const isLoading = measured.status === 'loading';
  return (
    <div className="jp-LeapStatus">
      <span aria-live={isLoading ? 'off' : 'polite'}>
        {measuredText(measured, trans)}
        {!isLoading && measured.value && (
          <>
            <br />
            {contentText(measured.value, trans)}{' '}
            {/* Of the folder that is open its rows say it. */}
            {name !== '' && largestText(measured.value, trans)}
          </>
        )}
      </span>
      {isLoading && <SlowBucket news={measured.value} trans={trans} />}
      {isLoading && (
        <Button
          label={trans.__('Cancel')}
          title={trans.__('Stop adding up; what was counted stays')}
          onClick={() => {
            model.cancelMeasuring();
            grid.current?.focus();
          }}
        />
      )}
      {measured.status === 'failed' && (
        <AgainButton
          wasStopped={measured.error.code === 'cancelled'}
          trans={trans}
          onAgain={() => {
            void model.measure(name);
            grid.current?.focus();
          }}
        />
      )}
    </div>
  );
}

function AgainButton({
  wasStopped,
  trans,
  onAgain
}: Pick<IMeasuredProps, 'trans'> & {
  /** By the user; else it failed. */
  readonly wasStopped: boolean;
  readonly onAgain: () => void;
}): React.JSX.Element {
  return (
    <Button
      label={wasStopped ? trans.__('Start again') : trans.__('Retry')}
      title={trans.__('Add up everything in this folder')}
      onClick={onAgain}
    />
  );
}
