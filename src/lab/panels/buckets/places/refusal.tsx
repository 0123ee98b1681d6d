import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { PROJECT_ID, type LeapError } from '../../../../contract';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import type { IBucketsModel } from '../buckets-model';

interface IRefusalProps {
  readonly error: LeapError;
  readonly model: IBucketsModel;
  readonly trans: TranslationBundle;
  readonly onRetry: (() => void) | undefined;
}

/**
 * Why a place does not open. Where the reader pays, that is asked and never done unasked.
 */
export function Refusal({
  error,
  model,
  trans,
  onRetry
}: IRefusalProps): React.JSX.Element {
  return error.code === 'requester-pays' ? (
    <PayerQuestion error={error} model={model} trans={trans} />
  ) : (
    <Failure
      error={error}
      trans={trans}
      next={
        // A folder that does not exist lists as empty, so it is the bucket that was not found; nothing lies above it.
        error.code === 'not-found'
          ? trans.__('Check the name, or choose one of the buckets above.')
          : undefined
      }
      onRetry={onRetry}
    />
  );
}

function PayerQuestion({
  error,
  model,
  trans
}: Omit<IRefusalProps, 'onRetry'>): React.JSX.Element {
  const [project, setProject] = React.useState('');
  const isProject = PROJECT_ID.test(project.trim());
  return (
    <form
      className="jp-LeapCard jp-mod-warning"
      aria-label={trans.__('The reader pays here')}
      onSubmit={event => {
        event.preventDefault();
        if (isProject) {
          void model.payWith(project.trim());
        }
      }}
    >
      <div role="alert">
        <strong>{trans.__('The reader pays here')}</strong>
        <p>{error.message}</p>
      </div>
      <ProjectField project={project} trans={trans} onType={setProject} />
      <p className="jp-LeapQuiet">
        {trans.__(
          'Every look costs a little. It is asked again when you reload the page.'
        )}
      </p>
      <div className="jp-LeapCard-actions">
        <Button
          label={trans.__('Open and pay')}
          disabled={!isProject}
          onClick={() => {
            void model.payWith(project.trim());
          }}
        />
      </div>
    </form>
  );
}

function ProjectField({
  project,
  trans,
  onType
}: Pick<IRefusalProps, 'trans'> & {
  readonly project: string;
  readonly onType: (project: string) => void;
}): React.JSX.Element {
  const id = React.useId();
  return (
    <>
      <label htmlFor={id}>
        {trans.__('A Google Cloud project of yours, to pay for it:')}
      </label>
      <input
        id={id}
        className="jp-LeapInput"
        spellCheck={false}
        autoComplete="off"
        value={project}
        onChange={event => {
          onType(event.target.value);
        }}
      />
    </>
  );
}
