import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { Button } from '../../components/button';
import type { IQuickLook } from '../../contents/quick-look';
import { visible } from '../../visible';

interface ILookInsideProps {
  look: IQuickLook;
  name: string;
  url: string;
  trans: TranslationBundle;
}

/**
 * A store's variables and a picture of one of them, read when somebody wants to see them.
 */
export function LookInside({
  look,
  name,
  url,
  trans
}: ILookInsideProps): React.JSX.Element {
  const [isShown, setShown] = React.useState(false);
  return (
    <div className="jp-LeapCatalog-inside">
      <Button
        label={
          isShown ? trans.__('Hide What Is Inside') : trans.__('Look Inside')
        }
        title={trans.__('Its variables, and a picture of one of them')}
        name={
          isShown
            ? trans.__('Hide what is inside %1', visible(name))
            : trans.__('Look inside %1', visible(name))
        }
        onClick={() => {
          setShown(!isShown);
        }}
      />
      {isShown && look.view({ url })}
    </div>
  );
}
