import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type * as React from 'react';
import type { Image } from '../../../contract';
import { CommandButton, CommandReason } from '../../components/button';
import { Failure } from '../../components/failure';
import { Name } from '../../components/name';
import { useSnapshot } from '../../components/use-snapshot';
import { WebLink } from '../../components/web-link';
import { CommandIDs } from '../../commands';
import { formatInstant } from '../../format';
import { visible } from '../../visible';
import { Added } from './added';
import type { CompareModel } from './compare-model';
import { Comparison } from './comparison';
import { COPY_FORMS } from './copy-forms';
import type { ElsewhereModel } from './elsewhere';
import { ElsewhereLine } from './elsewhere-line';
import type { IImageModel } from './model';
import { Packages } from './packages';
import { meaningOf, shortDigest, titleOf } from './words';

interface IImageViewProps {
  model: IImageModel;
  /** Null where there are no notebooks. */
  elsewhere: ElsewhereModel | null;
  compare: CompareModel;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * The body of the image section: which image runs, what its name is worth, and what is in it.
 */
export function ImageView({
  model,
  elsewhere,
  compare,
  commands,
  trans
}: IImageViewProps): React.JSX.Element {
  const { image, packages, added } = useSnapshot(model);
  const onRetry = (): void => {
    void model.load();
  };
  return (
    <div className="jp-LeapImage" aria-busy={image.status === 'loading'}>
      {elsewhere && (
        <ElsewhereLine model={elsewhere} commands={commands} trans={trans} />
      )}
      {image.status === 'failed' && (
        <Failure error={image.error} trans={trans} onRetry={onRetry} />
      )}
      {image.value ? (
        <>
          <Spec image={image.value} commands={commands} trans={trans} />
          <Facts image={image.value} trans={trans} />
        </>
      ) : (
        image.status !== 'failed' && (
          <div className="jp-LeapSkeleton" role="status">
            {trans.__('Reading which image runs…')}
          </div>
        )
      )}
      <Packages packages={packages} trans={trans} onRetry={onRetry} />
      <Added added={added} commands={commands} trans={trans} />
      <Comparison
        model={compare}
        commands={commands}
        trans={trans}
        suggestion={image.value?.newerOffered ?? ''}
      />
      {image.value?.packagesUrl && (
        <p>
          <WebLink
            address={image.value.packagesUrl}
            text={trans.__('All packages of this tag')}
            trans={trans}
          />
        </p>
      )}
    </div>
  );
}

interface ISpecProps {
  image: Image;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

function Spec({ image, commands, trans }: ISpecProps): React.JSX.Element {
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
        {level === 'warning' && (
          <span role="img" aria-label={trans.__('Warning')}>
            ⚠{' '}
          </span>
        )}
        {sentences.join(' ')}
      </p>
      {spec !== null && (
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
      )}
      {spec !== null && (
        <>
          <div className="jp-LeapCard-actions">
            <CommandButton
              commands={commands}
              id={CommandIDs.copyImageSpec}
              primary
            />
            <CommandButton
              commands={commands}
              id={CommandIDs.insertImageCell}
            />
          </div>
          <CommandReason commands={commands} id={CommandIDs.insertImageCell} />
          <MoreForms commands={commands} image={image} trans={trans} />
        </>
      )}
    </>
  );
}

/** All other ways to take the image along, folded away. */
function MoreForms({
  image,
  commands,
  trans
}: ISpecProps): React.JSX.Element | null {
  return image.reference === null ? null : (
    <details className="jp-LeapImage-forms">
      <summary>{trans.__('More ways to keep it')}</summary>
      <div className="jp-LeapCard-actions">
        {COPY_FORMS.map(form => (
          <CommandButton
            key={form}
            commands={commands}
            id={CommandIDs.copyImageAs}
            args={{ form }}
          />
        ))}
        <CommandButton commands={commands} id={CommandIDs.insertImageCheck} />
        <CommandButton
          commands={commands}
          id={CommandIDs.createRepositoryFiles}
        />
      </div>
    </details>
  );
}

function Facts({
  image,
  trans
}: Omit<ISpecProps, 'commands'>): React.JSX.Element {
  const { pythonVersion, startedAt } = image;
  return (
    <p className="jp-LeapImage-facts">
      {pythonVersion === null
        ? trans.__('Python: version not known')
        : trans.__('Python %1', pythonVersion)}
      {startedAt !== null && (
        <time dateTime={startedAt}>
          {trans.__('started %1', formatInstant(startedAt))}
        </time>
      )}
    </p>
  );
}
