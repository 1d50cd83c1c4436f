/**
 * How much input is read. Each limit is several times what the largest real pack or record needs, and small enough that whatever
 * comes in is answered within a second of a processor: reading takes time in proportion to these numbers and to nothing else.
 */
export const limits = {
  /** Characters of one text, such as a file. The largest file of a pack has some 50,000; a record of 1,000 courses, 80,000. */
  textLength: 500_000,
  /** Characters of all files of a pack together, cases and records left aside. */
  folderLength: 1_000_000,
  /** Files of a folder that belong to the pack. */
  files: 1_000,
  /** Words and signs of one text, since a text of signs alone takes longest to read. The largest file of a pack has some 16,000. */
  tokens: 50_000,
  /** Anchors, aliases and tags of one text: an alias is looked up in all that stands before it. */
  marks: 200,
  /** Lists and mappings inside one another: real packs have fewer than 20, and every reader's stack has room for this many. */
  depth: 100,
  /** Spaces before a line: how deep YAML can nest without brackets. */
  indent: 400,
  /** Values of one document, counted as often as they are referred to. The largest pack has some 7,000. */
  values: 30_000,
  /** Entries of one list or mapping. */
  entries: 10_000,
  /** Columns of a table: the widest may have some 40 names. */
  columns: 200,
  /** Characters of one text value: a page of prose. */
  valueLength: 10_000,
  /** Characters of one key. */
  keyLength: 200,
  /** Issues told at once; more are counted. */
  issues: 500,
} as const;
