/** A registry of few words, for tests of how one is read and asked. */
export const smallRegistry = `format: 1
citations:
  board: { title: The board, href: https://example.org/board, seen: 2026-11-22, era: since 2020 }
  page: { title: A page, href: https://example.org/page, seen: 2026-11 }
jurisdictions:
  xa: { title: Xanadu }
  xa-ab: { title: Upper Xanadu }
  xa-cd: { title: Lower Xanadu }
  xa-ef: { title: Outer Xanadu, coverage: { notEstablished: notResearched } }
  xb: { title: Elsewhere }
programmes:
  national:
    { title: National certificate, jurisdiction: xa, force: voluntary, coverage: covered, pack: base,
      confidence: several, cite: [board, page] }
  upper:
    title: Upper licence
    jurisdiction: xa-ab
    force: mandatory
    coverage: none
    confidence: single
    cite: { board: chapter 1 }
    notes: [Since the flood.]
  upper-desk:
    { title: Desk certificate, jurisdiction: xa-ab, force: { notEstablished: no text says so },
      coverage: { notEstablished: rulesNotSeen }, confidence: inferred, cite: page }
  lower:
    { title: Lower certificate, jurisdiction: xa-cd, force: historical, coverage: { notEstablished: rulesNotSeen },
      confidence: conflict, cite: page }
  elsewhere-one:
    { title: One, jurisdiction: xb, force: none, coverage: partial, pack: elsewhere, confidence: single, cite: page }
  elsewhere-two:
    { title: Two, jurisdiction: xb, force: conditionOfAid, coverage: none, confidence: single, cite: page }
frameworks:
  skills: { title: Skills, publisher: Board, adoption: adopted, says: In force., pack: base, confidence: single, cite: board }
  talents:
    { title: Talents, publisher: Press, adoption: published, says: On sale., crosswalks: { skills: { cite: page } },
      confidence: single, cite: page }
providers:
  school: { title: School, href: https://example.org/, approvals: { national: { cite: board } }, confidence: single, cite: board }
  shop: { title: Shop, approvals: { national: notFound }, confidence: single, cite: page }
acceptances:
  desk-up:
    credential: lower
    by: upper-desk
    is: accepted
    as: Half a desk
    from: { notEstablished: no day is named, atMost: 2020-05-01 }
    until: 2024-01-01
    says: It was taken.
    confidence: single
    cite: { board: chapter 2 }
relations:
  prize: { credential: lower, with: [upper, xb], kind: award, says: A prize., confidence: single, cite: page }
`;
