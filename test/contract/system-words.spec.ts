import {
  ENGLISH,
  reasonAdvice,
  reasonWords,
  unreadableSentence
} from '../../src/contract';

describe('the words for what the system says', () => {
  it.each([
    ['EIO', 'the disk or the file server failed'],
    ['ETIMEDOUT', 'the file server did not answer'],
    ['ESTALE', 'moved or replaced, or reached through a link'],
    ['EDQUOT', 'your quota is used up'],
    ['ESYSTEM', 'this server runs on it']
  ])('say what %s is', (reason, words) => {
    expect(reasonWords(reason, ENGLISH)).toBe(words);
  });

  it('say of what nobody has words for what the system calls it', () => {
    expect(reasonWords('E9999', ENGLISH)).toBe('the system says “E9999”');
    expect(reasonAdvice(['E9999', 'EACCES'], ENGLISH)).toEqual([]);
  });

  it('say once what to do, however many parts there are', () => {
    expect(reasonAdvice(['EIO', 'ETIMEDOUT', 'EIO'], ENGLISH)).toEqual([
      expect.stringMatching(/may be damaged/),
      expect.stringMatching(/Nothing is lost by that/)
    ]);
  });

  it('make a sentence with its code, for whoever asks for help', () => {
    expect(unreadableSentence('Your home', 'ETIMEDOUT')).toMatch(
      /^Your home cannot be read now: the file server did not answer \(ETIMEDOUT\)\. Nothing is lost/
    );
  });
});
