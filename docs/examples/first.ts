import { readFileSync } from 'node:fs';
import { evaluate, explainText } from 'certifiable';
import { lssc } from 'certifiable/rules/lssc';
import { parse } from 'yaml';

const record = parse(readFileSync('docs/examples/rosa.yaml', 'utf8'));
const evaluation = evaluate(lssc, record, { asOf: '2026-11-22' });

console.log(evaluation.sets.technology.status, evaluation.findings['elective-sets'].status);
console.log(explainText(evaluation, { only: ['headline', 'stages', 'needed', 'notCounted', 'unknown'] }));
