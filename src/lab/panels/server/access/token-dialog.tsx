import { Dialog, Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { ReactWidget } from '@jupyterlab/ui-components';
import type * as React from 'react';
import type { Bucket, TokenWish } from '../../../../contract';
import type { ILeapClient } from '../../../client';
import { formatTime } from './clock-time';
import { FormDialog } from './form-dialog';
import { sayPress } from './press';
import { copySecret, isPressed } from './secret-clipboard';
import { TokenModel } from './token-model';
import { reachText } from './token-text';
import { TokenView } from './token-view';

/**
 * Let a person get temporary tokens, until the dialog is closed. Closing it forgets them.
 */
export async function showTemporaryAccess(
  client: ILeapClient,
  buckets: readonly Bucket[],
  trans: TranslationBundle
): Promise<void> {
  await new FormDialog({
    title: trans.__('Temporary Access from Outside the Hub'),
    body: new TokenBody(client, buckets, trans),
    buttons: [Dialog.okButton({ label: trans.__('Close') })],
    focusNodeSelector: '.jp-LeapAccess input'
  }).launch();
}

/**
 * The content of the dialog. Its end is the end of the token in this page.
 */
class TokenBody extends ReactWidget {
  constructor(
    client: ILeapClient,
    private readonly _buckets: readonly Bucket[],
    private readonly _trans: TranslationBundle
  ) {
    super();
    this._model = new TokenModel(client);
  }

  override dispose(): void {
    this._model.dispose();
    super.dispose();
  }

  protected override render(): React.JSX.Element {
    const model = this._model;
    const trans = this._trans;
    return (
      <TokenView
        model={model}
        buckets={this._buckets}
        trans={trans}
        onCopy={wish => {
          void giveToken(model, wish, trans);
        }}
        onCopyAgain={() => {
          void copyAgain(model, trans);
        }}
      />
    );
  }

  private readonly _model: TokenModel;
}

/**
 * Get a token and copy it. Only for a person who has just pressed the button, and never without saying so.
 */
async function giveToken(
  model: TokenModel,
  wish: TokenWish,
  trans: TranslationBundle
): Promise<void> {
  if (!isPressed()) {
    sayPress(trans);
    return;
  }
  let isCopied: boolean;
  try {
    isCopied = await copySecret(model.take(wish));
  } catch {
    // The dialog shows why.
    return;
  }
  const { given } = model.state;
  if (given.status !== 'ready') {
    return;
  }
  sayCopied(isCopied, trans);
  Notification.info(
    trans.__(
      '%1 It ends at %2.',
      reachText(given.value.reach, wish, trans),
      formatTime(given.value.endsAtMs)
    ),
    { autoClose: false }
  );
}

async function copyAgain(
  model: TokenModel,
  trans: TranslationBundle
): Promise<void> {
  const token = model.again();
  if (!isPressed()) {
    sayPress(trans);
  } else if (token !== null) {
    sayCopied(await copySecret(Promise.resolve(token)), trans);
  }
}

function sayCopied(isCopied: boolean, trans: TranslationBundle): void {
  if (isCopied) {
    Notification.success(trans.__('Copied'), { autoClose: 1500 });
  } else {
    Notification.warning(
      trans.__(
        'The browser does not let this page copy. Press Show and copy the token from there.'
      ),
      { autoClose: false }
    );
  }
}
