import { parsePack, parseRecord } from 'certifiable/schema';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { degrees } from './degree.js';
import { EXTENDED } from './expected.js';
import { hard } from './hard.js';
import { packOf, recordOf } from './packs.js';
import { small } from './small.js';

// An engine that is asked about rules that nobody may write proves nothing.

it.each(EXTENDED)('instances are packs and records that pass every check, with pools that do more: %s', (extended) => {
  const instances = fc.oneof(small({ extended }), hard({ extended }), degrees({ extended }));
  fc.assert(
    fc.property(instances, (instance) => {
      expect(parsePack(packOf(instance))).toMatchObject({ ok: true });
      expect(parseRecord(recordOf(instance))).toMatchObject({ ok: true });
    }),
    { seed: 20261122, numRuns: Number(process.env.LAW_RUNS ?? 30) },
  );
});
