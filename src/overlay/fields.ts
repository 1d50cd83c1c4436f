import type { Agreement } from '../model/agreement.js';
import type { NamedAmount } from '../model/amount.js';
import type { Bundle, CompetencySet, Course } from '../model/catalogue.js';
import type { Thing } from '../model/layer.js';
import type { FactDeclaration, Milestone, NamedDay, Stage } from '../model/pack.js';
import type { Part, Requirement } from '../model/requirement.js';
import type { Fields } from './shelves.js';

type Of<K extends Requirement['kind']> = Extract<Requirement, { readonly kind: K }>;
type PartOf<K extends Part['kind']> = Extract<Part, { readonly kind: K }>;

/** The fields that can be set, of a requirement of any kind. What holds other requirements is added to, removed from or replaced. */
const ofAny: readonly (keyof Requirement)[] = ['says', 'cite', 'due', 'untilDue', 'appliesWhen', 'overlays'];

const ofKind: { readonly [K in Requirement['kind']]: readonly (keyof Of<K>)[] } = {
  allOf: [],
  choose: ['choose', 'orAllApplicable'],
  evidence: ['count', 'where', 'within', 'pool'],
  total: ['atLeast', 'atMost', 'where', 'within', 'eachAtLeast', 'partsAre', 'pool'],
  experience: ['atLeast', 'where', 'within', 'after', 'continuous'],
  holds: ['credential', 'where', 'within', 'on'],
  lacks: ['credential', 'on'],
  score: ['exam', 'atLeast', 'take', 'within'],
  attestation: ['about', 'by', 'where', 'within'],
  milestone: ['milestone'],
  notEstablished: ['because'],
  fact: ['tests'],
  eachPeriod: ['every', 'start', 'until'],
  set: ['set'],
};

const ofPart: { readonly [K in Part['kind']]: readonly (keyof PartOf<K>)[] } = {
  sum: ['says', 'where', 'cite', 'atLeast', 'atMost'],
  covers: ['says', 'where', 'cite', 'field', 'values'],
  distinct: ['says', 'where', 'cite', 'field', 'atLeast'],
};

const stage: readonly (keyof Stage)[] = [
  'title',
  'governedBy',
  'decidedOn',
  'settledBy',
  'requires',
  'grants',
  'holds',
];
const day: readonly (keyof NamedDay)[] = ['title', 'day', 'cite'];
const amount: readonly (keyof NamedAmount)[] = [
  ...(['title', 'amount', 'on', 'appliesWhen', 'open', 'towards', 'oneOf', 'places', 'conditions', 'cite'] as const),
];
const course: readonly (keyof Course)[] = [
  ...([
    'title',
    'provider',
    'covers',
    'approvals',
    'seenApproved',
    'length',
    'cost',
    'openTo',
    'price',
    'retired',
    'cite',
  ] as const),
];
const bundle: readonly (keyof Bundle)[] = ['title', 'courses', 'covers', 'cite'];
const milestone: readonly (keyof Milestone)[] = ['title', 'asks', 'sameAs', 'notBefore', 'notAfter', 'cite'];
const fact: readonly (keyof FactDeclaration)[] = ['title', 'asks', 'cite'];
const agreement: readonly (keyof Agreement)[] = ['title', 'credential', 'earnedWithin', 'notes', 'cite'];
const set: readonly (keyof CompetencySet)[] = ['title', 'count', 'cite'];

/** The fields of a thing that an edit can set. Ways to meet a set and units are replaced whole. */
export function fieldsOf(thing: Thing, value: Fields): readonly string[] {
  switch (thing) {
    case 'requirement':
      return [...ofAny, ...ofKind[value.kind as Requirement['kind']]];
    case 'part':
      return ofPart[(value.kind ?? 'sum') as Part['kind']];
    case 'stage':
      return stage;
    case 'day':
      return day;
    case 'amount':
      return amount;
    case 'course':
      return course;
    case 'bundle':
      return bundle;
    case 'milestone':
      return milestone;
    case 'fact':
      return fact;
    case 'agreement':
      return agreement;
    case 'set':
      return set;
    case 'method':
    case 'unit':
      return [];
  }
}
