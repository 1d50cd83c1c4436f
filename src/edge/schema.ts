export type { Issue, IssueCode, IssueMessages, Path, Sentence, UnknownName } from './issues.js';
export { enIssues, issueText } from './issues.js';
export { parsePack } from './parse-pack.js';
export type { RecordResult } from './parse-record.js';
export { parseRecord, readRecord } from './parse-record.js';
export type { PackResult, TextFile } from './read-pack.js';
export { readPack } from './read-pack.js';
