import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type * as React from 'react';
import { Failure } from '../../components/failure';
import { useSnapshot } from '../../components/use-snapshot';
import { failureBeside, failureIn } from '../../said-failure';
import { Added } from './packages/added';
import type { CompareModel } from './packages/compare-model';
import { Comparison } from './packages/comparison';
import type { ElsewhereModel } from './notebooks/elsewhere';
import { ElsewhereCard } from './notebooks/elsewhere-card';
import { Facts } from './facts';
import { Identity } from './identity';
import type { IImageModel } from './model';
import { PackageList } from './packages/package-list';

interface IImageViewProps {
  model: IImageModel;
  /** Null where there are no notebooks. */
  elsewhere: ElsewhereModel | null;
  compare: CompareModel;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * The body of the image section: which image runs, what is in it, what of that will be gone, and where the active
 * notebook was made.
 */
export function ImageView({
  model,
  elsewhere,
  compare,
  commands,
  trans
}: IImageViewProps): React.JSX.Element {
  const { image, packages, added } = useSnapshot(model);
  const common = { commands, trans };
  const said = failureIn(image);
  const onRetry = (): void => {
    void model.load();
  };
  return (
    <div className="jp-LeapImage" aria-busy={image.status === 'loading'}>
      {said && <Failure error={said} trans={trans} onRetry={onRetry} />}
      {image.value && <Identity image={image.value} {...common} />}
      {!image.value && !said && (
        <div className="jp-LeapSkeleton" role="status">
          {trans.__('Reading which image runs…')}
        </div>
      )}
      <Facts image={image.value} packages={packages.value} trans={trans} />
      <Added
        added={added.value ?? null}
        failure={failureBeside(said, added)}
        {...common}
      />
      {elsewhere && <ElsewhereCard model={elsewhere} {...common} />}
      <PackageList
        packages={packages}
        failure={failureBeside(said, packages)}
        listAddress={image.value?.packagesUrl ?? null}
        trans={trans}
        onRetry={onRetry}
      />
      <Comparison
        model={compare}
        {...common}
        own={image.value?.spec ?? ''}
        suggestion={image.value?.newerOffered ?? ''}
      />
    </div>
  );
}
