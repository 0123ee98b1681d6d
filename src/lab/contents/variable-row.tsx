import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Variable } from '../../contract';
import { Button } from '../components/button';
import { Failure } from '../components/failure';
import { Slow } from '../components/slow';
import { useSnapshot } from '../components/use-snapshot';
import { visible } from '../visible';
import { AttributeList, Facts } from './attribute-list';
import type { IContentsModel } from './contents-model';
import { factsOf, lookLabel, shapeText } from './contents-words';
import { SliceView } from './slice-view';

/** A name of thousands of characters is somebody's joke. */
const MAX_NAME = 120;

interface IVariableProps {
  readonly variable: Variable;
  readonly model: IContentsModel;
  readonly trans: TranslationBundle;
}

/**
 * A variable in a line, with more of it when it is unfolded.
 */
export function VariableRow(props: IVariableProps): React.JSX.Element {
  const { variable, model } = props;
  const isOpen = useSnapshot(model).variable === variable.path;
  const id = React.useId();
  return (
    <li>
      <button
        type="button"
        className="jp-LeapVariables-head"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          void model.unfold(variable.path);
        }}
      >
        <bdi className="jp-LeapVariables-name">{nameOf(variable)}</bdi>
        <span className="jp-LeapVariables-type">
          {visible(shapeText(variable))}
        </span>
        {variable.units !== null && (
          <bdi className="jp-LeapVariables-units">
            {visible(variable.units)}
          </bdi>
        )}
      </button>
      {isOpen && (
        <div id={id} className="jp-LeapVariables-body">
          <Unfolded {...props} />
        </div>
      )}
    </li>
  );
}

function Unfolded({
  variable,
  model,
  trans
}: IVariableProps): React.JSX.Element {
  return (
    <>
      {variable.longName !== null && <p>{visible(variable.longName)}</p>}
      {variable.noLook === null ? (
        <Looking variable={variable} model={model} trans={trans} />
      ) : (
        <p className="jp-LeapQuiet">{visible(variable.noLook)}</p>
      )}
      <Facts facts={factsOf(variable, trans)} trans={trans} />
      <AttributeList attributes={variable.attributes} trans={trans} />
    </>
  );
}

/** First what it would read, then the picture. */
function Looking({
  variable,
  model,
  trans
}: IVariableProps): React.JSX.Element {
  const state = useSnapshot(model);
  const { cost, slice } = state;
  const failed = [slice, cost].find(({ status }) => status === 'failed');
  const place = React.useRef<HTMLDivElement>(null);
  // The button that is pressed goes: the focus stays where its answer appears.
  const ask = (what: 'look' | 'price'): void => {
    place.current?.focus({ preventScroll: true });
    void model[what]();
  };
  return (
    <div
      ref={place}
      role="group"
      aria-label={trans.__('A look at %1', nameOf(variable))}
      tabIndex={-1}
    >
      {failed?.status === 'failed' && (
        <Failure
          error={failed.error}
          trans={trans}
          onRetry={() => {
            ask(failed === cost ? 'price' : 'look');
          }}
        />
      )}
      {slice.value ? (
        <SliceView
          slice={slice.value}
          isBusy={slice.status === 'loading'}
          model={model}
          trans={trans}
        />
      ) : (
        <Offer
          state={state}
          name={nameOf(variable)}
          trans={trans}
          onLook={() => {
            ask('look');
          }}
        />
      )}
    </div>
  );
}

/** The button that looks, with what that takes. */
function Offer({
  state,
  name,
  trans,
  onLook
}: {
  state: IContentsModel['state'];
  name: string;
  trans: TranslationBundle;
  onLook: () => void;
}): React.JSX.Element {
  const { cost, slice } = state;
  const isLooking = slice.status === 'loading';
  return (
    <>
      <div className="jp-LeapCard-actions">
        <Button
          label={
            isLooking
              ? trans.__('Looking…')
              : lookLabel(name, cost.value, trans)
          }
          disabled={cost.status !== 'ready' || isLooking}
          onClick={onLook}
        />
        {isLooking && (
          <Slow news={slice}>
            {trans.__('The answer is slow to come. Still trying.')}
          </Slow>
        )}
      </div>
      {cost.value?.part && <p className="jp-LeapQuiet">{cost.value.part}</p>}
    </>
  );
}

function nameOf({ path }: Variable): string {
  const shown = path.length > MAX_NAME ? `${path.slice(0, MAX_NAME)}…` : path;
  return shown === '' ? '–' : visible(shown);
}
