import type { CandidateRecord, RulePack, Waiver } from 'certifiable';
import { describe, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import type { canonicalPack } from '../../src/edge/canonical-pack.js';
import type { Same } from '../../src/edge/drift.js';
import type { recordSchema } from '../../src/edge/record-schema.js';
import { exactly, list, optional, text } from '../../src/edge/shapes.js';

describe('what the schemas read', () => {
  it('is what the interfaces say', () => {
    expectTypeOf<z.output<typeof recordSchema>>().toEqualTypeOf<CandidateRecord>();
    expectTypeOf<Same<z.output<typeof canonicalPack>, Omit<RulePack, '~ids'>>>().toEqualTypeOf<true>();
  });
});

interface Sample {
  readonly kind: 'a' | 'b';
  readonly names: readonly string[];
  readonly note?: string;
}

describe('a schema that has drifted from its interface', () => {
  const names = list(text);
  const kind = z.enum(['a', 'b']);

  it('does not compile, where it has not it does', () => {
    expectTypeOf(exactly<Sample>()({ kind, names, note: optional(text) })).toEqualTypeOf<z.ZodType<Sample>>();
  });

  it('in a key that it forgets', () => {
    // @ts-expect-error `names` is missing
    exactly<Sample>()({ kind, note: optional(text) });
    // @ts-expect-error `note` is missing, though it is optional
    exactly<Sample>()({ kind, names });
  });

  it('in a key that the interface does not have', () => {
    // @ts-expect-error the interface has no `extra`
    exactly<Sample>()({ kind, names, note: optional(text), extra: text });
  });

  it('in a value that it refuses', () => {
    // @ts-expect-error the interface also says `b`
    exactly<Sample>()({ kind: z.enum(['a']), names, note: optional(text) });
    // @ts-expect-error no text would pass
    exactly<Sample>()({ kind, names, note: optional(z.never()) });
  });

  it('in a value that the interface does not know', () => {
    // @ts-expect-error the interface does not say `c`
    exactly<Sample>()({ kind: z.enum(['a', 'b', 'c']), names, note: optional(text) });
    // @ts-expect-error a number is no text
    exactly<Sample>()({ kind, names: list(z.number()), note: optional(text) });
  });

  it('in what may be missing', () => {
    // @ts-expect-error the interface needs `names`
    exactly<Sample>()({ kind, names: optional(names), note: optional(text) });
    // @ts-expect-error the interface does not need `note`
    exactly<Sample>()({ kind, names, note: text });
  });

  it('deep inside', () => {
    const granted = { id: text, by: text, reason: text, granted: text, expires: optional(text), requirement: text };
    const kind = z.literal('waiver');
    const waiver = exactly<Waiver>()({ ...granted, kind });
    exactly<{ readonly all: readonly Waiver[] }>()({ all: list(waiver) });
    // @ts-expect-error a waiver has more than a kind
    exactly<{ readonly all: readonly Waiver[] }>()({ all: list(exactly<Pick<Waiver, 'kind'>>()({ kind })) });
  });
});
