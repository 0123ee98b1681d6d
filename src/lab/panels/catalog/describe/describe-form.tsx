import type { Dialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { ReactWidget } from '@jupyterlab/ui-components';
import * as React from 'react';
import { feedstockFiles, problemsOf, type IFeedstock } from './feedstock';

/**
 * What a user decided in the dialog.
 */
export interface IDescribeChoice {
  readonly feedstock: IFeedstock;
  /** A path of JupyterLab's file browser; empty: its root. */
  readonly folder: string;
}

/**
 * The description of a data set, what is wrong with it, and the files as they will be.
 */
export class DescribeForm
  extends ReactWidget
  implements Dialog.IBodyWidget<IDescribeChoice>
{
  /** @param _isRetry - Files were to be created, and something is missing: that is said of every field. */
  constructor(
    private _choice: IDescribeChoice,
    private readonly _isRetry: boolean,
    private readonly _trans: TranslationBundle
  ) {
    super();
    this.addClass('jp-LeapDescribe');
  }

  getValue(): IDescribeChoice {
    const folder = this._choice.folder.trim().replace(/^\/+|\/+$/g, '');
    return { ...this._choice, folder };
  }

  protected override render(): React.JSX.Element {
    return (
      <Fields
        first={this._choice}
        isRetry={this._isRetry}
        trans={this._trans}
        onChange={choice => {
          this._choice = choice;
        }}
      />
    );
  }
}

interface IFieldsProps {
  first: IDescribeChoice;
  isRetry: boolean;
  trans: TranslationBundle;
  onChange: (choice: IDescribeChoice) => void;
}

function Fields({
  first,
  isRetry,
  trans,
  onChange
}: IFieldsProps): React.JSX.Element {
  const [choice, setChoice] = React.useState(first);
  const { feedstock, folder } = choice;
  const problems = problemsOf(feedstock, trans);
  const change = (next: IDescribeChoice): void => {
    setChoice(next);
    onChange(next);
  };
  return (
    <>
      {labelsOf(trans).map(([field, label], index) => (
        <Field
          key={field}
          label={label}
          value={feedstock[field]}
          isLong={field === 'description'}
          isRetry={isRetry}
          takesFocus={isRetry ? field === problems[0]?.field : index === 0}
          problem={problems.find(each => each.field === field)?.text ?? null}
          onChange={value => {
            change({ folder, feedstock: { ...feedstock, [field]: value } });
          }}
        />
      ))}
      <Field
        label={trans.__('Create the files in this folder')}
        value={folder}
        isLong={false}
        isRetry={false}
        takesFocus={false}
        problem={null}
        onChange={value => {
          change({ feedstock, folder: value });
        }}
      />
      <Files feedstock={feedstock} trans={trans} />
    </>
  );
}

/** The files as they would be created now. */
function Files({
  feedstock,
  trans
}: Pick<IFieldsProps, 'trans'> & { feedstock: IFeedstock }): React.JSX.Element {
  return (
    <>
      {feedstockFiles(feedstock).map(({ name, text }) => (
        <figure key={name}>
          <figcaption>{name}</figcaption>
          <pre
            className="jp-LeapCode"
            tabIndex={0}
            role="group"
            aria-label={trans.__('Content of %1', name)}
          >
            {text}
          </pre>
        </figure>
      ))}
    </>
  );
}

function labelsOf(
  trans: TranslationBundle
): readonly [keyof IFeedstock, string][] {
  return [
    ['title', trans.__('Title')],
    ['description', trans.__('Description')],
    ['license', trans.__('Licence, as SPDX names it')],
    ['provider', trans.__('Made by')],
    ['providerUrl', trans.__('Their page (optional)')],
    ['maintainer', trans.__('Looked after by')],
    ['github', trans.__('Their name on GitHub (optional)')],
    ['tags', trans.__('Tags, separated by commas (optional)')],
    ['storeName', trans.__('Name of the store')],
    ['storeUrl', trans.__('Address of the store')],
    ['metaUrl', trans.__('Where meta.yaml will be')]
  ];
}

interface IFieldProps {
  label: string;
  value: string;
  isLong: boolean;
  /** What is wrong stands out from the start, and not only once its reader was there. */
  isRetry: boolean;
  /** When the form is shown: whoever opens it types. */
  takesFocus: boolean;
  problem: string | null;
  onChange: (value: string) => void;
}

function Field({
  label,
  value,
  isLong,
  isRetry,
  takesFocus,
  problem,
  onChange
}: IFieldProps): React.JSX.Element {
  const id = React.useId();
  const [wasLeft, setWasLeft] = React.useState(false);
  const control = React.useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const takesFocusAtFirst = React.useRef(takesFocus);
  React.useEffect(() => {
    if (takesFocusAtFirst.current) {
      control.current?.focus();
    }
  }, []);
  const isWrong = problem !== null && (isRetry || wasLeft);
  const about = {
    ref: control,
    'aria-invalid': isWrong,
    'aria-describedby': id,
    value,
    onBlur: () => {
      setWasLeft(true);
    },
    onChange: (
      event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>
    ) => {
      onChange(event.target.value);
    }
  };
  return (
    <label>
      {label}
      {isLong ? (
        <textarea rows={3} {...about} />
      ) : (
        <input type="text" {...about} />
      )}
      <span
        id={id}
        className={isWrong ? 'jp-LeapDescribe-problem' : 'jp-LeapQuiet'}
      >
        {problem}
      </span>
    </label>
  );
}
