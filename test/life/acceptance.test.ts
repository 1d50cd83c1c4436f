import { cpla } from 'certifiable/rules/cpla';
import { lssc } from 'certifiable/rules/lssc';
import { registry } from 'certifiable/rules/registry';
import { usId } from 'certifiable/rules/us-id';
import { usMt } from 'certifiable/rules/us-mt';
import { describe, expect, it } from 'vitest';
import { accepts } from '../../src/compare/acceptance.js';
import { compare } from '../../src/compare.js';
import type { Acceptance, Relation } from '../../src/model/acceptance.js';
import type { AcceptanceFinding } from '../../src/model/portability.js';
import type { RegistryData } from '../../src/model/registry.js';

const holding = (credential: string, issued = '2013-06-03') => ({
  credentials: [{ id: 'certificate', credential, issued }],
});

/** What is said of the one credential of a record by a programme or in a place. */
function said(credential: string, where: string, asOf: string, packs = [lssc, cpla, usId, usMt], issued?: string) {
  const { packs: compared, elsewhere } = compare(holding(credential, issued), packs, { asOf, known: registry });
  const all: readonly AcceptanceFinding[] = [...compared.flatMap((each) => each.accepts), ...elsewhere];
  return all.find(({ programme, jurisdiction }) => where === (programme ?? jurisdiction));
}

// edge 34
describe('Oklahoma', () => {
  // http://www.ala.org/news/press-releases/2014/01/lssc-program-approved-meeting-requirements-oklahoma-public-librarian
  it('accepts the national certification as Level III on the day of the announcement', () => {
    expect(said('lssc', 'us-ok-librarian', '2014-01-07')).toMatchObject({
      is: 'accepted',
      because: 'statement',
      as: 'Level III, then the highest level',
    });
  });

  it('had said nothing the day before, and from the day after on nothing says how long it holds', () => {
    expect(said('lssc', 'us-ok-librarian', '2014-01-06')).toMatchObject({ is: 'unknown', because: 'beforeStatement' });
    expect(said('lssc', 'us-ok-librarian', '2014-01-08')).toMatchObject({ is: 'unknown', because: 'dayBetween' });
  });

  // https://librariancertification.com/librarian-certification-guides/oklahoma-public-librarian-certification
  it('has seven levels later, and nothing says where the certification stands among them', () => {
    const later = said('lssc', 'us-ok-librarian', '2026-11-22');
    expect(later).toMatchObject({ is: 'unknown', because: 'afterStatement' });
    expect(later?.as).toBeUndefined();
    expect(later?.known.map(({ id }) => id)).toEqual(['lssc-oklahoma-2014', 'oklahoma-courses-2014']);
  });

  it('is asked nothing by somebody who is not certified yet', () => {
    expect(said('lssc', 'us-ok-librarian', '2014-01-07', [], '2014-01-08')).toBeUndefined();
  });
});

// edge 35: https://azlibrary.gov/libdev/continuing-education/library-practitioner-certification
describe('the certificate of Arizona', () => {
  it('is not the national certification', () => {
    expect(said('us-az-lssc', 'lssc', '2026-11-22')).toMatchObject({ is: 'notAccepted', because: 'statement' });
    expect(said('us-az-lssc', 'lssc', '2026-11-21')).toMatchObject({ is: 'unknown', because: 'dayBetween' });
  });

  it('is not said to come from the national one, which takes the same courses', () => {
    expect(said('lssc', 'us-az-lssc', '2026-11-22')).toMatchObject({ is: 'unknown', because: 'onlyRelation' });
  });

  it('in its older form is nowhere said to come from the national one', () => {
    const asked = { credential: 'lssc', by: ['us-az-practitioner'], asOf: '2012-06-01' };
    expect(accepts(registry, asked)).toEqual({ is: 'unknown', because: 'noStatement', known: [] });
  });
});

// edges 34 and 36
describe('of partners in awards', () => {
  // http://ala-apa.org/newsletter/2012/04/10/…, https://www.ala.org/news/press-releases/2013/02/…
  const partners = ['ca', 'co', 'ks', 'la', 'mo', 'ny', 'or', 'tn', 'tx', 'wa', 'wy'].map((state) => `us-${state}`);

  it.each([...partners, 'us-id'])('%s is known to be one, and not to accept the certification', (place) => {
    const found = said('lssc', place, '2014-06-02');
    expect(found).toMatchObject({ is: 'unknown', because: 'onlyRelation' });
    expect(found?.known.map(({ about }) => about)).toContain('award');
  });

  it('nothing is told before the awards were announced', () => {
    expect(said('lssc', 'us-ks', '2012-04-10', [], '2011-06-01')?.known.map(({ id }) => id)).toEqual([
      'award-partners-2012',
    ]);
    expect(said('lssc', 'us-ks', '2012-04-09', [], '2011-06-01')).toBeUndefined();
  });
});

describe('what may be taken for an acceptance', () => {
  it.each([
    // http://channels-3.blogspot.com/2012/07/ala-apa-recognizes-three-rivers.html
    ['us-ct', 'agreement'],
    // http://www.ala.org/news/press-releases/2013/09/ala-apa-recognizes-spokane-falls-community-college-graduates
    ['us-wa', 'agreement'],
    // https://msl.mt.gov/libraries/consulting/online_publications/certificationmanual/about/librarycompetencies
    ['us-mt', 'framework'],
    // https://bulletins.iu.edu/iupui/2014-2016/…/cert-pub.shtml
    ['us-in-librarian', 'otherCredential'],
    // https://bluegrass.kctcs.edu/education-training/programs/lit/
    ['us-ky-librarian', 'otherCredential'],
  ])('leaves %s unknown: it is of the kind %s', (where, kind) => {
    const found = said('lssc', where, '2016-03-01');
    expect(found).toMatchObject({ is: 'unknown', because: 'onlyRelation' });
    expect(found?.known.map(({ about }) => about)).toContain(kind);
  });

  it('nothing is accepted by the packs at hand, and nothing refused', () => {
    for (const asOf of ['2012-06-01', '2014-01-07', '2026-11-22']) {
      const { packs } = compare(holding('lssc', '2011-06-01'), [cpla, usId, usMt], { asOf, known: registry });
      expect(packs.map(({ accepts }) => accepts.map(({ is }) => is))).toEqual([['unknown'], ['unknown'], ['unknown']]);
    }
  });

  // https://bulletins.iu.edu/iupui/2014-2016/…/cert-pub.shtml
  it('the degree of Ivy Tech is one of which no day is established', () => {
    expect(said('ivy-tech-library-program', 'us-in-librarian', '2015-03-02')).toMatchObject({
      is: 'unknown',
      because: 'dayBetween',
    });
  });
});

describe('by the rules of the pack itself', () => {
  // http://www.ala.org/news/press-releases/2013/09/ala-apa-recognizes-spokane-falls-community-college-graduates
  const graduate = (issued: string) =>
    compare(
      {
        milestones: { enrolled: '2014-02-03', accepted: '2014-02-10' },
        credentials: [{ id: 'degree', credential: 'spokane-falls-library-program', issued }],
      },
      [lssc],
      { asOf: '2014-03-03', of: 'lssc', known: registry },
    ).packs[0]?.accepts[0];

  it('a degree under an agreement is accepted', () => {
    expect(graduate('2013-06-14')).toMatchObject({ is: 'accepted', because: 'rules' });
    expect(graduate('2013-06-14')?.requirements?.length).toBeGreaterThan(0);
  });

  it('one that is too old for it is not', () => {
    expect(graduate('2005-06-10')).toMatchObject({ is: 'notAccepted', because: 'rules' });
  });
});

describe('statements', () => {
  const cite = [{ source: 'page' }];
  const statement = (over: Partial<Acceptance>): Acceptance => ({
    ...{ credential: 'paper', by: 'guild', is: 'accepted', from: '2020-01-01', says: 'So it is.' },
    ...{ confidence: 'single', cite },
    ...over,
  });
  const relation: Relation = {
    ...{ credential: 'paper', with: ['xx'], kind: 'award', says: 'A prize.', confidence: 'single', cite },
  };
  const place = { title: 'Xanadu', coverage: { notEstablished: 'notResearched' } } as const;
  const of = (acceptances: Record<string, Acceptance>, relations: Record<string, Relation> = {}): RegistryData => ({
    ...{ format: 1, citations: {}, jurisdictions: { xx: place }, programmes: {}, frameworks: {}, providers: {} },
    ...{ acceptances, relations },
  });
  const asked = (known: RegistryData, asOf = '2021-06-01') =>
    accepts(known, { credential: 'paper', by: ['guild', 'xx'], asOf });

  it.each([
    ['2019-12-31', 'unknown', 'beforeStatement'],
    ['2020-01-01', 'accepted', 'statement'],
    ['2021-12-31', 'accepted', 'statement'],
    ['2022-01-01', 'unknown', 'afterStatement'],
  ])('hold from their first day until the day before their end: on %s %s', (asOf, is, because) => {
    expect(asked(of({ a: statement({ until: '2022-01-01' }) }), asOf)).toMatchObject({ is, because });
  });

  it.each([
    ['2019-12-31', 'unknown', 'beforeStatement'],
    ['2020-01-01', 'unknown', 'dayBetween'],
    ['2020-06-01', 'notAccepted', 'statement'],
    ['2021-01-01', 'unknown', 'dayBetween'],
    ['2021-06-01', 'unknown', 'afterStatement'],
  ])('hold for certain between the bounds of their days only: on %s %s', (asOf, is, because) => {
    const between = (atLeast: string, atMost: string) =>
      ({ standing: 'notEstablished', because: 'no day', atLeast, atMost }) as const;
    const days = { from: between('2020-01-01', '2020-06-01'), until: between('2021-01-01', '2021-06-01') };
    expect(asked(of({ a: statement({ is: 'notAccepted', ...days }) }), asOf)).toMatchObject({ is, because });
  });

  it('that contradict each other settle nothing', () => {
    const both = of({ a: statement({}), b: statement({ is: 'notAccepted' }) });
    expect(asked(both)).toMatchObject({ is: 'unknown', because: 'statementsDisagree' });
    const perhaps = { standing: 'notEstablished', because: 'no day' } as const;
    const maybe = of({ a: statement({}), b: statement({ is: 'notAccepted', from: perhaps }) });
    expect(asked(maybe)).toMatchObject({ is: 'unknown', because: 'dayBetween' });
  });

  it('of another credential or programme say nothing, and neither does a relation', () => {
    const others = { a: statement({ credential: 'other' }), b: statement({ by: 'club' }) };
    expect(asked(of(others))).toEqual({ is: 'unknown', because: 'noStatement', known: [] });
    expect(asked(of(others, { gift: relation }))).toEqual({
      ...{ is: 'unknown', because: 'onlyRelation' },
      known: [{ id: 'gift', about: 'award', says: 'A prize.', cite }],
    });
  });

  it('carry what a credential is accepted as and what is asked besides', () => {
    const known = of({ a: statement({ as: 'Grade 2', asks: ['A form.'] }) });
    expect(asked(known)).toMatchObject({ is: 'accepted', as: 'Grade 2', asks: ['A form.'] });
  });
});
