import { expectTypeOf, it } from 'vitest';
import type { LISTS } from '../../src/base/lists.js';
import type { ListName } from '../../src/model/requirement.js';

it('every list of a record is among those that are read', () => {
  expectTypeOf<(typeof LISTS)[number]>().toEqualTypeOf<ListName>();
});
