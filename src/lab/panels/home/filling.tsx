import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { HomeHistory, HomePath, HomeUsage } from '../../../contract';
import type { IAskedModel } from '../../asked-model';
import { useSnapshot } from '../../components/use-snapshot';
import type { Choice } from './choice';
import { sizeOf, type Marks } from './tree/marks';
import type { IHomeModel } from './model';
import type { IHomeState } from './state';
import type { Order } from './tree/order';
import { rowsOf, type Row } from './tree/rows';
import { Tree } from './tree/tree';

/** Of the home; growth of less is only named below. */
const MARKED_SHARE = 0.01;

/** Who hides it never loads it. */
const Treemap = React.lazy(() => import('./tree/treemap'));

interface IFillingProps {
  model: IHomeModel;
  history: IAskedModel<'home/history'>;
  /** Nothing stands in the way of deleting. */
  mayDelete: boolean;
  picture: Choice<boolean>;
  order: Choice<Order>;
  marks: Marks;
  state: IHomeState;
  usage: HomeUsage;
  trans: TranslationBundle;
}

/**
 * What fills the home, as a table and, by choice, as a picture of the same rows with the same cursor.
 */
export function Filling(props: IFillingProps): React.JSX.Element {
  const { model, history, mayDelete, picture, order, marks } = props;
  const { state, usage, trans } = props;
  const hasPicture = useSnapshot(picture);
  const sortedBy = useSnapshot(order);
  const marked = useSnapshot(marks);
  const { value } = useSnapshot(history);
  const rows = useRows(usage, state.open, sortedBy, value);
  const isGrowing = usage.phase === 'scanning';
  const shared = {
    ...useMoves(model),
    onMark: (path: HomePath) => {
      mark(path, props);
    },
    rows,
    marked,
    selected: state.selected,
    trans
  };
  return (
    <div
      className="jp-LeapFilling"
      data-picture={hasPicture}
      data-growing={isGrowing}
    >
      <Tree
        {...shared}
        order={sortedBy}
        mayMark={mayDelete}
        isGrowing={isGrowing}
        onOrder={chosen => {
          void order.choose(chosen);
        }}
      />
      {hasPicture && (
        <React.Suspense fallback={<div className="jp-LeapTreemap" />}>
          <Treemap {...shared} usage={usage} />
        </React.Suspense>
      )}
    </div>
  );
}

function useRows(
  usage: HomeUsage,
  open: IHomeState['open'],
  order: Order,
  history: HomeHistory | undefined
): readonly Row[] {
  return React.useMemo(() => {
    const grown = history && grownOf(history, usage);
    return rowsOf(usage, { open, order, grown });
  }, [usage, open, order, history]);
}

function mark(
  path: HomePath,
  { marks, state, mayDelete }: IFillingProps
): void {
  if (mayDelete) {
    marks.toggle(path, sizeOf(path, state));
  }
}

interface IMoves {
  readonly onSelect: (path: HomePath) => void;
  readonly onFold: (path: HomePath) => void;
  readonly onUnfold: (path: HomePath) => void;
}

/** What the cursor does in the table and in the picture. */
function useMoves(model: IHomeModel): IMoves {
  return React.useMemo(
    () => ({
      onSelect: model.select.bind(model),
      onFold: model.fold.bind(model),
      onUnfold: path => {
        void model.unfold(path);
      }
    }),
    [model]
  );
}

/** What grew enough to be marked in the table, by path. */
function grownOf(
  { grown }: HomeHistory,
  { usedBytes }: HomeUsage
): ReadonlyMap<HomePath, number> {
  return new Map(
    (grown?.entries ?? [])
      .filter(({ grownBytes }) => grownBytes >= usedBytes * MARKED_SHARE)
      .map(({ name, grownBytes }) => [name, grownBytes])
  );
}
