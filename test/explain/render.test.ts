import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { renderEvaluation } from '../../src/cli/render.js';
import { disputedDeadline, oneElectiveToGo, single } from './evaluations.js';

describe('an evaluation in a terminal', () => {
  const plain = renderEvaluation(oneElectiveToGo, { color: false, width: 80 });

  it('begins with the answer and its bar, and ends with the answer', () => {
    const lines = plain.split('\n');
    const answer = '  ○ Not yet: 1 competency set still needed, by 1 June 2028; 1 question is open.';
    expect(lines.slice(0, 5)).toEqual([
      'Library Staff Certification, asked for 22 November 2026',
      '',
      answer,
      `    ${'█'.repeat(33)}${'░'.repeat(7)}`,
      '    Achieved so far: 83 percent (5/6).',
    ]);
    expect(lines.at(-1)).toBe(answer);
  });

  it('has a sign for each line and explains the signs in use', () => {
    expect(plain).toContain('      ✓ Technology — Technology in Libraries, 5 September 2025 [2]\n');
    expect(plain).toContain('  – Renewal — Does not apply: no credential to renew on 22 November 2026. [2]\n');
    expect(plain).toContain('  ✓ achieved  ○ still needed  ? we cannot tell yet  – does not apply\n');
  });

  it('fits 80 columns and tears no day apart', () => {
    expect(plain.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    expect(plain).not.toMatch(/\d\n +(May|June|April|November) \d{4}/);
  });

  it('is the same text in colour', () => {
    const coloured = renderEvaluation(oneElectiveToGo, { color: true, width: 80 });
    expect(coloured).toContain('\u001b[32m');
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  it('shades in the bar what is in progress, dashes what is planned, and has none where nothing applies', () => {
    expect(renderEvaluation(disputedDeadline, { color: false, width: 80 })).toContain(
      `${'█'.repeat(20)}${'▒'.repeat(10)}${'╌'.repeat(10)}\n`,
    );
    const ended = renderEvaluation(single('notApplicable', { reason: 'ended' }), { color: false, width: 80 });
    expect(ended).toContain('– Does not apply: these rules had ended by 1 June 2024.');
    expect(ended).not.toContain('░');
  });
});
