export type { EvaluationResult } from './evaluate-json.js';
export { evaluateJson } from './evaluate-json.js';
export type { Issue, IssueCode, Path, UnknownName } from './issues.js';
export { issueText } from './issues.js';
export { parsePack } from './parse-pack.js';
export type { RecordResult } from './parse-record.js';
export { parseRecord, readRecord } from './parse-record.js';
export type { PackResult, TextFile } from './read-pack.js';
export { readPack } from './read-pack.js';
