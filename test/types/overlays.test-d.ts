import { type Overlay, type RulePack, resolve } from 'certifiable';
import { describe, expectTypeOf, it } from 'vitest';

declare const base: RulePack<{
  readonly stage: 'award';
  readonly requirement: 'award' | 'hours' | 'letter';
  readonly set: never;
  readonly other: 'amount.enrolment' | 'course.school:one';
}>;

/** As `certifiable build` declares it: test/overlay/folder.test.ts. */
declare const county: Overlay<{
  readonly adds: {
    readonly stage: never;
    readonly requirement: 'bachelor';
    readonly set: never;
    readonly other: never;
  };
  readonly removes: {
    readonly stage: never;
    readonly requirement: 'letter';
    readonly set: never;
    readonly other: never;
  };
  readonly names: {
    readonly stage: never;
    readonly requirement: 'award' | 'hours' | 'letter';
    readonly set: never;
    readonly other: never;
  };
}>;
declare const desk: Overlay<{
  readonly adds: { readonly stage: 'desk'; readonly requirement: 'desk'; readonly set: never; readonly other: never };
  readonly removes: { readonly stage: never; readonly requirement: never; readonly set: never; readonly other: never };
  readonly names: {
    readonly stage: never;
    readonly requirement: 'bachelor';
    readonly set: never;
    readonly other: never;
  };
}>;

/** The ids that a pack's type carries. */
type IdsOf<P> = P extends RulePack<infer Ids> ? Ids : never;
type PackOf<R> = R extends { readonly ok: true; readonly pack: infer P } ? P : never;

declare const fees: Overlay<{
  readonly adds: {
    readonly stage: never;
    readonly requirement: never;
    readonly set: never;
    readonly other: 'amount.aid';
  };
  readonly removes: {
    readonly stage: never;
    readonly requirement: never;
    readonly set: never;
    readonly other: 'course.school:one';
  };
  readonly names: {
    readonly stage: never;
    readonly requirement: never;
    readonly set: never;
    readonly other: 'amount.enrolment' | 'course.school:one';
  };
}>;

describe('the ids of a resolved pack', () => {
  it('are those of its base, with what overlays add and without what they remove', () => {
    const one = resolve(base, [county]);
    expectTypeOf<IdsOf<PackOf<typeof one>>['requirement']>().toEqualTypeOf<'award' | 'hours' | 'bachelor'>();
    expectTypeOf<IdsOf<PackOf<typeof one>>['stage']>().toEqualTypeOf<'award'>();
    const two = resolve(base, [county, desk]);
    expectTypeOf<IdsOf<PackOf<typeof two>>['stage']>().toEqualTypeOf<'award' | 'desk'>();
    const three = resolve(base, [fees]);
    expectTypeOf<IdsOf<PackOf<typeof three>>['other']>().toEqualTypeOf<'amount.enrolment' | 'amount.aid'>();
    const none = resolve(base, []);
    expectTypeOf<IdsOf<PackOf<typeof none>>['requirement']>().toEqualTypeOf<'award' | 'hours' | 'letter'>();
  });

  it('are refused where an overlay names what neither the base nor another overlay has', () => {
    // @ts-expect-error `bachelor` is what the other overlay adds
    resolve(base, [desk]);
    const renamed = {} as RulePack<{
      stage: 'award';
      requirement: 'award' | 'total-hours' | 'letter';
      set: never;
      other: 'amount.enrolment';
    }>;
    // @ts-expect-error `hours` has another id in this base
    resolve(renamed, [county]);
    // @ts-expect-error `course.school:one` is not in this catalogue
    resolve(renamed, [fees]);
  });

  it('are any text where the overlay or the base was read at run time', () => {
    const read = {} as Overlay;
    resolve(base, [read]);
    resolve({} as RulePack, [county, read]);
    expectTypeOf(resolve({} as RulePack, [read])).toExtend<{ readonly ok: boolean }>();
  });
});
