import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { Image, ImagePackages } from '../../../contract';
import { formatInstant, formatMoment } from '../../format';
import { visible } from '../../visible';
import { keyPackages } from './packages/key-packages';

interface IFactsProps {
  image: Image | undefined;
  packages: ImagePackages | undefined;
  trans: TranslationBundle;
}

/**
 * What a reader asks of an environment first, in one line: Python, the key packages, GPUs, since when.
 */
export function Facts({
  image,
  packages,
  trans
}: IFactsProps): React.JSX.Element {
  return (
    <ul className="jp-LeapImage-facts" aria-label={trans.__('In short')}>
      {image && (
        <li>
          {image.pythonVersion === null
            ? trans.__('Python: version not known')
            : trans.__('Python %1', image.pythonVersion)}
        </li>
      )}
      {keyPackages(packages?.packages ?? []).map(({ name, version }) => (
        <li key={name}>
          {name} {visible(version)}
        </li>
      ))}
      {gpuTexts(image?.gpus ?? [], trans).map(text => (
        <li key={text}>{text}</li>
      ))}
      {image && image.startedAt !== null && (
        <li>
          <time
            dateTime={image.startedAt}
            title={formatInstant(image.startedAt)}
          >
            {trans.__('started %1', formatMoment(image.startedAt, Date.now()))}
          </time>
        </li>
      )}
    </ul>
  );
}

/** Each model once, with how many there are when there are several. */
function gpuTexts(
  gpus: readonly string[],
  trans: TranslationBundle
): readonly string[] {
  return [...new Set(gpus)].map(model => {
    const count = gpus.filter(each => each === model).length;
    return count === 1
      ? trans.__('GPU %1', visible(model))
      : trans.__('%1 GPUs %2', count, visible(model));
  });
}
