import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Bucket, TokenWish } from '../../../../contract';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { useSnapshot } from '../../../components/use-snapshot';
import { Choice } from './choice';
import { closed, FolderField, ownFolder, type IFolder } from './folder-field';
import { GivenToken } from './given-token';
import { Reach } from './reach';
import type { TokenModel } from './token-model';

/** Long enough for a word to be typed, short enough not to be noticed. */
const TYPING_MS = 400;

interface ITokenViewProps {
  model: TokenModel;
  buckets: readonly Bucket[];
  trans: TranslationBundle;
  /** Gets a token for a wish and copies it. */
  onCopy: (wish: TokenWish) => void;
  /** Copies the token once more. */
  onCopyAgain: () => void;
}

/**
 * Temporary access: what for, what the token could do, and then how to use it.
 */
export function TokenView({
  model,
  buckets,
  trans,
  onCopy,
  onCopyAgain
}: ITokenViewProps): React.JSX.Element {
  const { plan, given } = useSnapshot(model);
  const [draft, setDraft] = React.useState<IDraft>(() => ({
    access: 'read',
    folder: ownFolder(buckets)
  }));
  const wish = useWish(model, draft);
  return (
    <div className="jp-LeapAccess">
      <p>
        {trans.__(
          'A token lets another computer reach the buckets for about an hour. Whoever has it can use it.'
        )}
      </p>
      <WishFields
        draft={draft}
        buckets={buckets}
        trans={trans}
        onChange={setDraft}
      />
      <Reach plan={plan} wish={wish} trans={trans} />
      {given.status === 'failed' && (
        <Failure error={given.error} trans={trans} />
      )}
      <Taking
        isReady={plan.status === 'ready'}
        isGetting={given.status === 'loading'}
        trans={trans}
        onCopy={() => {
          onCopy(wish);
        }}
      />
      {given.status === 'ready' && (
        <GivenToken
          given={given.value}
          model={model}
          trans={trans}
          onCopyAgain={onCopyAgain}
        />
      )}
    </div>
  );
}

/** A wish while it is typed: the folder may still lack its slash. */
interface IDraft {
  readonly access: TokenWish['access'];
  readonly folder: IFolder;
}

function WishFields({
  draft: { access, folder },
  buckets,
  trans,
  onChange
}: Pick<ITokenViewProps, 'buckets' | 'trans'> & {
  draft: IDraft;
  onChange: (draft: IDraft) => void;
}): React.JSX.Element {
  return (
    <>
      <Choice
        label={trans.__('What for')}
        value={access}
        onChange={value => {
          const offered = offeredFor(value, buckets);
          onChange({ access: value, folder: ownFolder(offered) });
        }}
        options={[
          ['read', trans.__('read')],
          ['write', trans.__('read and write, in my own folder')]
        ]}
      />
      <FolderField
        buckets={offeredFor(access, buckets)}
        folder={folder}
        onChange={chosen => {
          onChange({ access, folder: chosen });
        }}
        trans={trans}
      />
    </>
  );
}

/** The button that gets a token, and what never to do with it. */
function Taking({
  isReady,
  isGetting,
  trans,
  onCopy
}: {
  isReady: boolean;
  isGetting: boolean;
  trans: TranslationBundle;
  onCopy: () => void;
}): React.JSX.Element {
  return (
    <>
      <div className="jp-LeapCard-actions">
        <Button
          label={
            isGetting ? trans.__('Getting the token…') : trans.__('Copy Token')
          }
          primary
          disabled={!isReady}
          onClick={() => {
            // Not disabled meanwhile: it would lose the focus, and Escape would no longer close the dialog.
            if (!isGetting) {
              onCopy();
            }
          }}
        />
      </div>
      <p className="jp-LeapQuiet">
        {trans.__(
          'Never paste it into a notebook, a chat or an e-mail: it would be kept there.'
        )}
      </p>
    </>
  );
}

/** Writing is for own folders: buckets without one are not offered. */
function offeredFor(
  access: TokenWish['access'],
  buckets: readonly Bucket[]
): readonly Bucket[] {
  return access === 'read'
    ? buckets
    : buckets.filter(({ ownPrefix }) => ownPrefix !== null);
}

/** The wish as it stands; the model considers it when typing has stopped. */
function useWish(model: TokenModel, { access, folder }: IDraft): TokenWish {
  const { bucket, prefix } = closed(folder);
  const wish = React.useMemo(
    () => ({ bucket, prefix, access }),
    [bucket, prefix, access]
  );
  React.useEffect(() => {
    const timer = setTimeout(() => {
      void model.consider(wish);
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [model, wish]);
  return wish;
}
