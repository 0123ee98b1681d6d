import type { TranslationBundle } from '@jupyterlab/translation';
import { ReactWidget } from '@jupyterlab/ui-components';
import type * as React from 'react';
import { useSnapshot } from '../../components/use-snapshot';
import { boxIcon } from '../../icon';
import { visible } from '../../visible';
import type { ElsewhereModel, IElsewhere } from './notebooks/elsewhere';
import { madeWithBriefly, notebookMadeWith } from './notebooks/elsewhere-words';
import type { IImageModel } from './model';
import { shortSpec } from './short-spec';
import { shortDigest } from './words';

interface IStatusItemProps {
  model: IImageModel;
  /** Null where there are no notebooks. */
  elsewhere: ElsewhereModel | null;
  trans: TranslationBundle;
  onClick: () => void;
}

/**
 * The image's tag in the status bar, or, while the active notebook was made elsewhere, one line that says with which
 * image; a click opens the section.
 */
function StatusItem({
  model,
  elsewhere,
  trans,
  onClick
}: IStatusItemProps): React.JSX.Element | null {
  const image = useSnapshot(model).image.value;
  const found = useSnapshot<IElsewhere | null>(elsewhere ?? NOWHERE);
  const { spec = null, reference = null } = image ?? {};
  if (spec === null) {
    return null;
  }
  const version = reference?.tag ?? reference?.digest ?? shortSpec(spec);
  const text = found
    ? madeWithBriefly(found.kept.image, spec, trans)
    : visible(shortDigest(version).slice(0, MAX_CHARACTERS));
  return (
    <button
      type="button"
      className="jp-LeapStatusItem"
      title={
        found
          ? notebookMadeWith(found.notebook, found.kept.image, spec, trans)
          : trans.__('This server runs %1.', visible(spec))
      }
      aria-label={found ? undefined : trans.__('Image: %1', text)}
      onClick={onClick}
    >
      <boxIcon.react tag="span" stylesheet="statusBar" />
      {found && (
        <span role="img" aria-label={trans.__('Made elsewhere')}>
          ≠
        </span>
      )}
      <span>{text}</span>
    </button>
  );
}

/** A tag may have 128 characters; the status bar is for all. */
const MAX_CHARACTERS = 24;

/** Without notebooks none was made elsewhere. */
const NOWHERE = {
  state: null,
  stateChanged: { connect: () => true, disconnect: () => true }
} as const;

/**
 * The status bar's item as a widget.
 */
export function createStatusItem(props: IStatusItemProps): ReactWidget {
  return ReactWidget.create(<StatusItem {...props} />);
}
