import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { ArrayContents } from '../../contract';
import { FoldedList } from '../components/folded-list';
import { visible } from '../visible';
import { AttributeList } from './attribute-list';
import type { IContentsModel } from './contents-model';
import { ContentsNotes } from './contents-notes';
import { amountText, dimensionsText } from './contents-words';
import { VariableRow } from './variable-row';
import { VersionChoice } from './version-choice';

/** As many variables are listed until more are wanted. */
const SHOWN = 40;

interface IArraysProps {
  readonly contents: ArrayContents;
  readonly model: IContentsModel;
  readonly trans: TranslationBundle;
}

/**
 * A data set as xarray sums it up: dimensions, data, coordinates, attributes.
 */
export function ArraysView({
  contents,
  model,
  trans
}: IArraysProps): React.JSX.Element {
  const { variables, variableCount, attributes, versions, notes } = contents;
  const data = variables.filter(({ isCoordinate }) => !isCoordinate);
  const coordinates = variables.filter(({ isCoordinate }) => isCoordinate);
  const hidden = variableCount - variables.length;
  return (
    <>
      {versions && (
        <VersionChoice versions={versions} model={model} trans={trans} />
      )}
      <p className="jp-LeapContents-dimensions">
        {visible(dimensionsText(contents))}
      </p>
      <p className="jp-LeapQuiet">{visible(amountText(contents, trans))}</p>
      <ContentsNotes notes={notes} />
      {data.length > 0 && (
        <ul className="jp-LeapVariables" aria-label={trans.__('Variables')}>
          <Rows variables={data} model={model} trans={trans} />
        </ul>
      )}
      {coordinates.length > 0 && (
        <details className="jp-LeapContents-more">
          <summary>
            {trans._n('%1 coordinate', '%1 coordinates', coordinates.length)}
          </summary>
          <ul className="jp-LeapVariables">
            <Rows variables={coordinates} model={model} trans={trans} />
          </ul>
        </details>
      )}
      {hidden > 0 && (
        <p className="jp-LeapQuiet">
          {trans._n(
            '%1 more variable is not shown.',
            '%1 more variables are not shown.',
            hidden
          )}
        </p>
      )}
      <AttributeList attributes={attributes} trans={trans} />
    </>
  );
}

function Rows({
  variables,
  model,
  trans
}: Pick<IArraysProps, 'model' | 'trans'> & {
  variables: ArrayContents['variables'];
}): React.JSX.Element {
  return (
    <FoldedList
      as="li"
      shown={SHOWN}
      trans={trans}
      items={variables.map(variable => (
        <VariableRow
          key={variable.path}
          variable={variable}
          model={model}
          trans={trans}
        />
      ))}
    />
  );
}
