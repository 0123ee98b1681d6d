import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { TableContents } from '../../contract';
import { formatCount } from '../format';
import { visible } from '../visible';
import { AttributeList } from './attribute-list';
import { ContentsNotes } from './contents-notes';

interface ITableProps {
  readonly contents: TableContents;
  readonly trans: TranslationBundle;
}

/**
 * The columns of a table with their types, and its first rows.
 */
export function TableView({ contents, trans }: ITableProps): React.JSX.Element {
  const { columns, rows, columnCount, notes, attributes } = contents;
  return (
    <>
      <p className="jp-LeapQuiet">{visible(amount(contents, trans))}</p>
      <ContentsNotes notes={notes} />
      <div
        className="jp-LeapTable"
        tabIndex={0}
        role="region"
        aria-label={trans.__('Columns and first rows')}
      >
        {rows.length > 0 ? (
          <Rows contents={contents} />
        ) : (
          <table>
            <tbody>
              {columns.map(({ name, type }, at) => (
                <tr key={at}>
                  <th scope="row">
                    <bdi>{visible(name)}</bdi>
                  </th>
                  <td>{visible(type)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {columnCount > columns.length && (
        <p className="jp-LeapQuiet">
          {trans._n(
            '%1 more column',
            '%1 more columns',
            columnCount - columns.length
          )}
        </p>
      )}
      <AttributeList attributes={attributes} trans={trans} />
    </>
  );
}

function Rows({
  contents: { columns, rows }
}: Pick<ITableProps, 'contents'>): React.JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          {columns.map(({ name, type }, at) => (
            <th key={at} scope="col">
              <bdi>{visible(name)}</bdi>
              <span className="jp-LeapVariables-type"> {visible(type)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          <tr key={line}>
            {row.map((cell, at) => (
              <td key={at}>
                <bdi>{visible(cell)}</bdi>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function amount(
  { format, columnCount, rowCount }: TableContents,
  trans: TranslationBundle
): string {
  const columns = trans._n('%1 column', '%1 columns', columnCount);
  const parts = [format, columns];
  if (rowCount !== null) {
    parts.push(trans._n('%2 row', '%2 rows', rowCount, formatCount(rowCount)));
  }
  return `${parts.join(' · ')}.`;
}
