import type { RulePack } from '../../src/model/pack.js';
import { loaded } from '../edge/fixtures.js';

/** A certificate that is held for four years, can be renewed half a year before its end and two months after it, for five years each time. */
export const text = `format: 1
id: sample
version: 1.0.0
title: Sample certificate
authority: { id: board, title: The board }
jurisdiction: us
force: voluntary
governedBy: enrolled
citations:
  rules: { title: The rules, href: 'https://example.org/rules', seen: 2026-11 }
milestones:
  enrolled: { title: Enrolment, asks: When did you enrol? }
  certified: { title: Certification, asks: When were you certified?, notBefore: enrolled }
  renewed: { title: Renewal, asks: When did you renew? }
facts:
  diploma: { title: Diploma, asks: Do you have one?, type: boolean }
  revoked: { title: Revoked, asks: Was it taken away?, type: boolean }
terms:
  certification:
    title: Certification
    credential: certificate
    begins: certified
    days: { stage: award, ends: expiry, opens: opening, closes: grace }
    renewal:
      credential: renewal
      begins: renewed
      days: { stage: award, ends: next-expiry, opens: next-opening, closes: next-grace }
      cite: { rules: page 4 }
    cite: { rules: page 3 }
standings:
  - { is: withdrawn, says: It was taken away., when: { holds: [certificate, renewal], facts: { revoked: true } }, cite: rules }
  - { is: lapsed, says: It is over., when: { terms: { certification: over } }, cite: rules }
  - { is: inGrace, says: It has ended and can be renewed., when: { terms: { certification: grace } }, cite: { rules: page 5 } }
  - { is: renewalOpen, title: Renew now, says: It can be renewed., when: { terms: { certification: renewable } }, cite: rules }
  - { is: certified, says: It is held., when: { terms: { certification: running } }, cite: rules }
  - { is: complete, says: All is shown., when: { stages: { award: [met, waived] } }, cite: rules }
  - is: candidacyEnded
    says: The time is over.
    when: { milestone: enrolled, stages: { award: unmet }, reasons: { award: [late, overdue] } }
    cite: rules
  - { is: candidate, says: She is on her way., when: { milestone: enrolled }, cite: rules }
  - { is: none, says: Nothing has begun., cite: rules }
editions:
  - id: first
    from: 2000-01-01
    cite: rules
    days:
      expiry: { title: Expiry, day: 4 years after certified }
      opening: { title: Opening, day: 6 months before expiry }
      grace: { title: Grace, day: 2 months after expiry, cite: { rules: page 5 } }
      next-expiry: { title: Next expiry, day: 5 years after expiry }
      next-opening: { title: Next opening, day: 6 months before next-expiry }
      next-grace: { title: Next grace, day: 2 months after next-expiry }
    stages:
      award:
        title: Award
        main: true
        due: 3 years after enrolled
        allOf:
          - { id: school, says: A diploma., fact: diploma }
`;

/** The pack, with pieces of its text replaced; each must be there. */
export function packWith(...changes: readonly (readonly [from: string, to: string])[]): RulePack {
  return loaded(
    changes.reduce((before, [from, to]) => {
      if (!before.includes(from)) throw new Error(`the fixture has no ${from}`);
      return before.replace(from, to);
    }, text),
  );
}
