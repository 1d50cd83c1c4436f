import { type Linter, onlyReading } from './problem.js';

/**
 * What is no pack at all: text that is not YAML, a key that may not stand where it does or is missing, a value of another form than
 * its key asks for, a table or a stage that no reader could make sense of. Found on reading; whatever else is wrong shows only once
 * it is repaired.
 */
export const schema = {
  name: 'schema',
  codes: [
    ...([
      'unreadable',
      'tooDeep',
      'tooLong',
      'tooMany',
      'more',
      'notPlain',
      'wrongNumber',
      'wrongText',
      'missing',
      'missingFile',
      'wrongType',
      'wrongValue',
      'wrongId',
    ] as const),
    ...(['exactlyOne', 'empty', 'givenTwice', 'unknownFile', 'unknownKey', 'unknownColumn'] as const),
    ...(['mainStage', 'factType', 'overlap', 'contradiction'] as const),
  ],
  find: onlyReading,
} as const satisfies Linter;
