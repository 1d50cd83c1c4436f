import type { Bounds, DayExpr, Length } from './value.js';

/** Tests that rules make of items and of stated facts. */

/** What a field of an entry may hold. */
export type FieldValue = string | number | boolean | readonly string[];

/** A test on one item. On a field that holds a list, `is` and `oneOf` ask whether the list has such a value. */
export type FieldTest =
  | SimpleFieldTest
  | { readonly test: 'any'; readonly of: readonly (readonly SimpleFieldTest[])[] }
  | { readonly test: 'not'; readonly of: readonly SimpleFieldTest[] };

/** A test on one item without alternatives. */
export type SimpleFieldTest =
  | { readonly test: 'is'; readonly field: string; readonly value: string | number | boolean }
  | { readonly test: 'oneOf' | 'noneOf'; readonly field: string; readonly values: readonly (string | number)[] }
  | { readonly test: 'number'; readonly field: string; readonly band: Bounds }
  | {
      readonly test: 'range';
      readonly field: string;
      readonly prefix: string;
      readonly from: number;
      readonly to: number;
      readonly except: readonly string[];
    }
  | { /** The item's course covers this set, alone or in a bundle. */ readonly test: 'covers'; readonly set: string }
  | {
      /** The item's course was approved on that day of the item. */ readonly test: 'approvedOn';
      readonly day: 'completed' | 'started';
    }
  | {
      /** The item's assessment passes by that rule of the edition, for the competencies of that set. */
      readonly test: 'assessed';
      readonly rule: string;
      readonly set?: string;
    }
  | {
      /** The item is a credential that one of these agreements recognises, earned within its dates. */
      readonly test: 'recognised';
      readonly agreements: readonly string[];
    }
  | {
      /** So long between two days of the item. */ readonly test: 'days';
      readonly from: string;
      readonly to: string;
      readonly atLeast?: Length;
      readonly atMost?: Length;
    }
  | {
      /** One of the item's own days lies between two days of the rules, both included. */ readonly test: 'within';
      readonly field: string;
      readonly from?: DayExpr;
      readonly to?: DayExpr;
    };

/** A test on one stated fact, read on a day (default the stage's day). */
export type FactTest =
  | { readonly test: 'is'; readonly fact: string; readonly value: string | number | boolean; readonly on?: DayExpr }
  | {
      readonly test: 'oneOf' | 'noneOf';
      readonly fact: string;
      readonly values: readonly (string | number)[];
      readonly on?: DayExpr;
    }
  | { readonly test: 'number'; readonly fact: string; readonly band: Bounds; readonly on?: DayExpr }
  | { readonly test: 'any'; readonly of: readonly (readonly FactTest[])[] }
  | { readonly test: 'not'; readonly of: readonly FactTest[] };
