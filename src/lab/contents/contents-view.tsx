import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Contents } from '../../contract';
import { Failure } from '../components/failure';
import { Slow } from '../components/slow';
import { useSnapshot } from '../components/use-snapshot';
import { ArraysView } from './arrays-view';
import { visible } from '../visible';
import { ContentsModel, type IContentsModel } from './contents-model';
import { ImageView, NotebookView, TextView } from './file-view';
import type { ILookProps } from './look-props';
import { TableView } from './table-view';

/**
 * What is in a place: loading, failed or there.
 */
export default function ContentsView({
  place,
  onRead,
  client,
  trans
}: ILookProps): React.JSX.Element | null {
  const [model, setModel] = React.useState<ContentsModel | null>(null);
  React.useEffect(() => {
    const made = new ContentsModel(client, place, onRead);
    setModel(made);
    void made.load();
    return () => {
      made.dispose();
    };
    // The element has the place as its key: another place is another element, so this one's never changes.
  }, []);
  return model && <Look model={model} trans={trans} />;
}

interface IModelProps {
  readonly model: IContentsModel;
  readonly trans: TranslationBundle;
}

function Look({ model, trans }: IModelProps): React.JSX.Element {
  const { contents } = useSnapshot(model);
  const { value } = contents;
  const place = React.useRef<HTMLDivElement>(null);
  return (
    <div
      ref={place}
      className="jp-LeapContents"
      role="group"
      aria-label={trans.__('What is in it')}
      aria-busy={contents.status === 'loading'}
      tabIndex={-1}
    >
      {contents.status === 'failed' && (
        <Failure
          error={contents.error}
          trans={trans}
          onRetry={() => {
            // The button goes: the focus stays where its answer appears.
            place.current?.focus();
            void model.load();
          }}
        />
      )}
      {contents.status === 'loading' && !value && (
        <div className="jp-LeapSkeleton" role="status">
          {trans.__('Reading what is in it…')}
          <Slow news={model}>
            {` ${trans.__('The answer is slow to come. Still trying.')}`}
          </Slow>
        </div>
      )}
      {value && <Shown contents={value} model={model} trans={trans} />}
    </div>
  );
}

function Shown({
  contents,
  model,
  trans
}: IModelProps & { readonly contents: Contents }): React.JSX.Element {
  switch (contents.kind) {
    case 'arrays':
      return <ArraysView contents={contents} model={model} trans={trans} />;
    case 'table':
      return <TableView contents={contents} trans={trans} />;
    case 'text':
      return <TextView contents={contents} trans={trans} />;
    case 'image':
      return <ImageView contents={contents} trans={trans} />;
    case 'notebook':
      return <NotebookView contents={contents} trans={trans} />;
    case 'unknown':
      return <p className="jp-LeapQuiet">{visible(contents.reason)}</p>;
  }
}
