import type * as React from 'react';
import { visible } from '../visible';

interface INotesProps {
  readonly notes: readonly string[];
}

/**
 * What the service says of a data set beside its content, a line each.
 */
export function ContentsNotes({ notes }: INotesProps): React.JSX.Element {
  return (
    <>
      {notes.map(note => (
        <p key={note} className="jp-LeapContents-note">
          {visible(note)}
        </p>
      ))}
    </>
  );
}
