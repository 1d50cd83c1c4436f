import { costs } from './english-amounts.js';
import { conflicts } from './english-conflicts.js';
import { needed, notCounted, questions, refusals, uses } from './english-items.js';
import {
  advisories,
  answer,
  exceptions,
  forces,
  headings,
  notes,
  outline,
  sources,
  unknown,
} from './english-notices.js';
import { headlines, reasons, statuses } from './english-reasons.js';
import type { Messages } from './messages.js';
import { day, list, number, quantity, sentence, share, unbroken } from './words.js';

/** The English catalogue, in which an explanation is written unless another is given. */
export const en: Messages = {
  words: { day, number, quantity, share, list, sentence, unbroken },
  headings,
  statuses,
  headlines,
  reasons,
  refusals,
  questions,
  uses,
  advisories,
  exceptions,
  forces,
  answer,
  outline,
  needed,
  conflicts,
  costs,
  notCounted,
  unknown,
  notes,
  sources,
};
