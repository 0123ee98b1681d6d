import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type { Menu } from '@lumino/widgets';
import type * as React from 'react';
import type { Image } from '../../../contract';
import { CommandButton } from '../../components/button';
import { MenuButton } from '../../components/menu-button';
import { Name } from '../../components/name';
import { WarningSign } from '../../components/warning-sign';
import { CommandIDs } from '../../commands';
import { visible } from '../../visible';
import { COPY_FORMS } from './copy/copy-forms';
import { meaningOf, shortDigest, titleOf } from './words';

interface IIdentityProps {
  image: Image;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/** All ways to take the image along, those of the buttons beside it excepted. */
const MORE: readonly Menu.IItemOptions[] = [
  ...COPY_FORMS.map(form => ({
    command: CommandIDs.copyImageAs,
    args: { form }
  })),
  { type: 'separator' },
  { command: CommandIDs.insertImageCell },
  { command: CommandIDs.insertImageCheck },
  { type: 'separator' },
  { command: CommandIDs.createRepositoryFiles },
  { command: CommandIDs.openPackageList }
];

/**
 * Which image this is: its name, what that is worth, its spec, and the ways to keep it.
 */
export function Identity({
  image,
  commands,
  trans
}: IIdentityProps): React.JSX.Element {
  const { reference, spec } = image;
  const version = reference?.tag ?? reference?.digest ?? null;
  const { level, sentences } = meaningOf(image, trans);
  return (
    <>
      <h3 className="jp-LeapHeadline jp-LeapImage-title">
        <Name name={titleOf(image, trans)} />{' '}
        {version !== null && <Name name={shortDigest(version)} />}
      </h3>
      <p className={level === 'warning' ? 'jp-mod-warning' : 'jp-LeapQuiet'}>
        {level === 'warning' && <WarningSign trans={trans} />}
        {sentences.join(' ')}
      </p>
      {spec !== null && <Spec spec={spec} commands={commands} trans={trans} />}
    </>
  );
}

/** The text that stands for the image everywhere, and the ways to take it along. */
function Spec({
  spec,
  commands,
  trans
}: Omit<IIdentityProps, 'image'> & { spec: string }): React.JSX.Element {
  return (
    <>
      <code
        className="jp-LeapCode jp-LeapImage-spec"
        role="textbox"
        aria-readonly="true"
        aria-multiline="true"
        aria-label={trans.__('Image spec')}
        tabIndex={0}
      >
        <bdi>{visible(spec)}</bdi>
      </code>
      <div className="jp-LeapCard-actions">
        <CommandButton
          commands={commands}
          id={CommandIDs.copyImageSpec}
          primary
        />
        <CommandButton
          commands={commands}
          id={CommandIDs.insertImageCell}
          hideDisabled
        />
        <MenuButton commands={commands} label={trans.__('More')} items={MORE} />
      </div>
    </>
  );
}
