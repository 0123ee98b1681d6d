import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { HomeHistory, HomePath, HomeUsage } from '../../../contract';
import type { IAskedModel } from '../../asked-model';
import { useSnapshot } from '../../components/use-snapshot';
import type { IClearModel } from './clear/clear-model';
import type { Choice } from './choice';
import { sizeOf, type Marks } from './tree/marks';
import type { IHomeModel } from './model';
import type { IHomeState } from './state';
import type { Order } from './tree/order';
import { rowsOf } from './tree/rows';
import { Tree } from './tree/tree';

/** Of the home; growth of less is only named below. */
const MARKED_SHARE = 0.01;

/** Who hides it never loads it. */
const Treemap = React.lazy(() => import('./tree/treemap'));

interface IFillingProps {
  model: IHomeModel;
  history: IAskedModel<'home/history'>;
  clear: IClearModel;
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
export function Filling({
  model,
  history,
  clear,
  picture,
  order,
  marks,
  state,
  usage,
  trans
}: IFillingProps): React.JSX.Element {
  const hasPicture = useSnapshot(picture);
  const sortedBy = useSnapshot(order);
  const marked = useSnapshot(marks);
  const { value } = useSnapshot(history);
  const hasBoxes = useMayDelete(clear) && state.isWritable;
  const rows = React.useMemo(() => {
    const grown = value && grownOf(value, usage);
    return rowsOf(usage, { open: state.open, order: sortedBy, grown });
  }, [usage, state.open, sortedBy, value]);
  const shared = {
    ...useMoves(model),
    onMark: (path: HomePath) => {
      marks.toggle(path, sizeOf(path, state));
    },
    rows,
    marked,
    selected: state.selected,
    trans
  };
  return (
    <div className="jp-LeapFilling" data-picture={hasPicture}>
      <Tree
        {...shared}
        order={sortedBy}
        hasBoxes={hasBoxes}
        isGrowing={usage.phase === 'scanning'}
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

/** Until it is known it is so, as on most hubs. */
function useMayDelete(clear: IClearModel): boolean {
  return useSnapshot(clear).value?.deletionAllowed !== false;
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
