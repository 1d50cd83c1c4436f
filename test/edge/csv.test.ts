import { readCsv } from 'certifiable/csv';
import { issueText, readPack, type TextFile } from 'certifiable/schema';
import { describe, expect, it } from 'vitest';
import type { RulePack } from '../../src/model/pack.js';
import { changed, loaded, oneFile, packText } from './fixtures.js';

const listed = packText.slice(packText.indexOf('  courses:\n'), packText.indexOf('editions:'));

/** The fixture's pack without the courses and bundles that it lists. */
const bare = changed(listed, '');

const read = (files: readonly TextFile[], text = bare) => readPack([...oneFile(text), ...files], { csv: readCsv });

function packOf(files: readonly TextFile[], text = bare): RulePack {
  const result = read(files, text);
  if (!result.ok) throw new Error(result.issues.map((issue) => issueText(issue)).join('\n'));
  return result.pack;
}

/** What is wrong, a line each: file, row, column, sentence. */
function wrong(files: readonly TextFile[], text = bare): readonly string[] {
  const result = read(files, text);
  const lines = result.ok ? [] : result.issues;
  return lines.map((issue) => `${issue.file} ${issue.line}:${issue.column} ${issueText(issue)}`);
}

const courses = (text: string): TextFile => ({ path: 'courses.csv', text });
const amounts = (text: string): TextFile => ({ path: 'amounts.csv', text });
const bundles: TextFile = {
  path: 'bundles.csv',
  text: 'id,title,courses,covers\npair,Pair,school:one;school:two,reading\n',
};

describe('courses and bundles in tables', () => {
  it('are those of the YAML', () => {
    const table = courses('id,title,provider,covers\nschool:one,One,School,writing\nschool:two,Two,School,\n');
    expect(packOf([table, bundles])).toEqual(loaded());
  });

  it('may come from any spreadsheet: byte order mark, CRLF, semicolons, quotes, spaces, empty columns and rows', () => {
    const table = courses(
      '\ufeff id ;"title"; provider ;covers;;\r\n;;;;;\r\n school:one ;One;"School";"writing";;\r\nschool:two;Two;School;;;\r\n;;;;;\r\n\r\n',
    );
    expect(packOf([table, bundles])).toEqual(loaded());
  });

  it.each([
    ['commas', 'id,title,provider,length\na,"One, two","The ""School""","4 weeks,\nonline"\n'],
    ['semicolons', 'id;title;provider;length\r\na;One, two;"The ""School""";"4 weeks,\r\nonline"\r\n'],
    ['tabs', 'id\ttitle\tprovider\tlength\na\tOne, two\t"The ""School"""\t4 weeks, online'],
  ])('keep what stands in quotes, separated by %s', (_, text) => {
    expect(packOf([courses(text)]).catalogue?.courses).toEqual([
      { id: 'a', title: 'One, two', provider: 'The "School"', length: '4 weeks, online' },
    ]);
  });

  it('say every field of a course', () => {
    const text = changed(
      'fields:\n',
      'fields:\n  completions:\n    level: { asks: Which?, type: text }\n    ce: { asks: How many?, type: number }\n    topics: { asks: Which?, type: list }\n    online: { asks: Online?, type: boolean }\n',
      bare,
    );
    const header =
      'id,title,provider,covers,seenApproved,approvals,length.notEstablished,cost.assume,cost.because,cite,cite,fields.level,fields.ce,fields.topics,fields.online,openTo.diploma,price.byFact,price.is.true,price.is.false,# ours';
    const row =
      'a,A,S,writing; reading,2024-01-01;2025-01-01,2020-01-01 until 2021-01-01; 2022-01-01,No page says it,5 USD,It was so,rules: page 3\\; below; rules,rules: end,101,1.5,x,TRUE,FALSE,diploma,5 USD,7 USD,call them';
    expect(packOf([courses(`${header}\n${row}\n`)], text).catalogue?.courses).toEqual([
      {
        id: 'a',
        title: 'A',
        provider: 'S',
        covers: ['writing', 'reading'],
        seenApproved: ['2024-01-01', '2025-01-01'],
        approvals: [{ from: '2020-01-01', until: '2021-01-01' }, { from: '2022-01-01' }],
        length: { standing: 'notEstablished', because: 'No page says it' },
        cost: { standing: 'assumed', value: '5 USD', because: 'It was so' },
        cite: [{ source: 'rules', at: 'page 3; below' }, { source: 'rules' }, { source: 'rules', at: 'end' }],
        openTo: [{ test: 'is', fact: 'diploma', value: false }],
        price: {
          unit: 'USD',
          amount: {
            kind: 'byFact',
            fact: 'diploma',
            table: [
              { is: true, value: 5 },
              { is: false, value: 7 },
            ],
          },
        },
        fields: { level: '101', ce: 1.5, topics: ['x'], online: true },
      },
    ]);
  });

  it('stand behind those that YAML lists', () => {
    const table = courses('id,title,provider\nschool:three,Three,School\n');
    expect(packOf([table], packText).catalogue?.courses.map(({ id }) => id)).toEqual([
      ...['school:one', 'school:two', 'school:three'],
    ]);
  });
});

describe('fees and awards in a table', () => {
  const header = 'id,title,kind,unit,amount,amount.byFact,amount.is.true,amount.is.false,amount.notEstablished,on,cite';

  it('are those of the YAML, beside it as well', () => {
    const text = `${packText}amounts:
  fee: { title: Fee, kind: fee, amount: 12.50 USD, on: applied, cite: { rules: page 2 } }
  dues: { title: Dues, kind: fee, amount: { byFact: diploma, is: { true: 5 USD, false: 7 USD } }, cite: rules }
  copy: { title: Copy, kind: fee, unit: USD, amount: { notEstablished: no page says it }, cite: rules }
`;
    const rows = ['dues,Dues,fee,,,diploma,5 USD,7 USD,,,rules', 'copy,Copy,fee,USD,,,,,no page says it,,rules'];
    const first = 'fee,Fee,fee,,12.50 USD,,,,,applied,rules: page 2';
    expect(packOf([amounts([header, first, ...rows].join('\n'))], packText)).toEqual(loaded(text));
    const yaml = `${packText}amounts:\n  fee: { title: Fee, kind: fee, amount: 12.50 USD, on: applied, cite: { rules: page 2 } }\n`;
    expect(packOf([amounts([header, ...rows].join('\n'))], yaml)).toEqual(loaded(text));
  });

  it('say every key of an amount that holds no further list', () => {
    const columns =
      'id,title,kind,amount,each.from,each.where.topic,each.where.online,each.on,appliesWhen.diploma,appliesWhen.population,open.from,open.to.notEstablished,open.to.atMost,places,conditions,conditions,cite';
    const row =
      'aid,Aid,award,100 USD,activities,admin;tech,TRUE,completed,false,500,2020-01-01,no page says it,2021-01-01,12,One; or two.,Three.,rules';
    const field = '    topic: { asks: Which topic?, type: list }\n';
    const text = changed(field, `${field}    online: { asks: Online?, type: boolean }\n`);
    const yaml = `${text}amounts:
  aid:
    title: Aid
    kind: award
    amount: 100 USD
    each: { from: activities, where: { topic: [admin, tech], online: true }, on: completed }
    appliesWhen: { diploma: false, population: 500 }
    open: { from: 2020-01-01, to: { notEstablished: no page says it, atMost: 2021-01-01 } }
    places: 12
    conditions: [One; or two., Three.]
    cite: rules
`;
    expect(packOf([amounts(`${columns}\n${row}\n`)], text)).toEqual(loaded(yaml));
  });
});

describe('an empty cell', () => {
  it('is absent, never zero or an empty text', () => {
    const pack = packOf([amounts('id,title,kind,amount,places,on,cite\nfee,Fee,fee,5 USD,,,rules\n')], packText);
    expect(pack.amounts).toEqual({
      fee: { title: 'Fee', kind: 'fee', amount: 5, unit: 'USD', cite: [{ source: 'rules' }] },
    });
    expect(
      packOf([amounts('id,title,kind,amount,places,on,cite\nfee,Fee,fee,5 USD,0,,rules\n')], packText).amounts?.fee
        ?.places,
    ).toBe(0);
  });

  it('in a column that a row cannot do without is missing there', () => {
    expect(wrong([courses('id,title,provider\na,A,\n,B,S\n')])).toEqual([
      'courses.csv 2:3 `provider` is missing, it must be text',
      'courses.csv 3:1 `id` is missing, it must be an id',
    ]);
    expect(wrong([amounts('id,title,kind,amount,cite\n,Fee,fee,5 USD,rules\n')])).toEqual([
      'amounts.csv 2:1 `id` is missing, it must be an id',
    ]);
  });
});

describe('what is wrong with a table', () => {
  it('in its header is told at once, with what was meant', () => {
    expect(wrong([courses('id,titel,provder,covers,covers,id,Room\na,A,S,,,,\n')])).toEqual([
      'courses.csv 1:2 no column of this table is called `titel`; did you mean `title`',
      'courses.csv 1:3 no column of this table is called `provder`; did you mean `provider`',
      'courses.csv 1:6 `id` is given twice',
      expect.stringMatching(
        /^courses.csv 1:7 no column .* `Room`; known: `id`, `title`, .* and more; a column of your own begins with `#`$/,
      ),
    ]);
    expect(wrong([courses('id,covers\na,writing\n')])).toEqual([
      'courses.csv 1:1 `title` is missing, it must be a column of this table',
      'courses.csv 1:1 `provider` is missing, it must be a column of this table',
    ]);
  });

  it('in its values is told at once, by row and column, with what was meant', () => {
    const table = amounts(
      'id,title,kind,amount,places,appliesWhen.diploma,cite\nx,X,fea,5 USD,many,yes,rules\ny,Y,fee,five,1,true,rulse\nz z,Z,fee,5 USD,1,,rules\n',
    );
    expect(wrong([table], packText)).toEqual([
      'amounts.csv 2:3 `kind` must be `fee` or `award`, found `fea`; did you mean `fee`',
      'amounts.csv 2:5 `places` must be a number, found `many`',
      expect.stringMatching(/^amounts.csv 3:4 `amount` must be money, found `five`; /),
      expect.stringMatching(/^amounts.csv 4:1 `z z` must be an id, found `z z`/),
    ]);
  });

  it('in its names is told like that of YAML', () => {
    const tables = [courses('id,title,provider,cite,covers\na,A,S,rulse,\nb,B,S,rules,reading;writng\n')];
    expect(wrong(tables)).toEqual([
      'courses.csv 2:4 no citation is called `rulse`; did you mean `rules`',
      'courses.csv 3:5 no competency set is called `writng`; did you mean `writing`',
    ]);
    const cited = courses('id,title,provider,cite,cite\na,A,S,rules: page 1,rules; rulse\n');
    // Behind the courses of the YAML.
    expect(wrong([cited], packText)).toEqual(['courses.csv 2:5 no citation is called `rulse`; did you mean `rules`']);
    const fee = amounts('id,title,kind,amount,appliesWhen.diplma,cite\nx,X,fee,5 USD,true,rules\n');
    expect(wrong([fee], packText)).toEqual(['amounts.csv 2:5 no fact is called `diplma`; did you mean `diploma`']);
  });

  it('in ids that stand twice, in the table or beside it', () => {
    expect(wrong([courses('id,title,provider\na,A,S\n\na,A,S\n')])).toEqual([
      'courses.csv 4:1 `a` is already the id of a course',
    ]);
    expect(wrong([amounts('id,title,kind,amount,cite\na,A,fee,5 USD,rules\na,A,fee,5 USD,rules\n')])).toEqual([
      'amounts.csv 3:1 `a` is given twice',
    ]);
  });

  it('in a value and a standing in one row', () => {
    expect(wrong([courses('id,title,provider,length,length.assume\na,A,S,4 weeks,5 weeks\n')])).toEqual([
      'courses.csv 2:5 `length.assume` is given twice',
    ]);
  });

  it('in cells that no column is for, as a comma without quotes makes them', () => {
    expect(wrong([courses('id,title,provider\na,One, two,S\n')])).toEqual([
      expect.stringMatching(/^courses.csv 2:4 no column of this table is called ``; name the column .* quotes/),
    ]);
  });

  it('in its encoding', () => {
    const windows = new TextDecoder().decode(Buffer.from('id;title;provider\na;Biblioth\xe8que;S\n', 'latin1'));
    expect(wrong([courses(windows)])).toEqual([
      'courses.csv 2:2 expected UTF-8, but it cannot be read: another encoding, such as Windows-1252, in Biblioth�que; save it from the spreadsheet as `CSV UTF-8`',
    ]);
  });

  it('in its quotes', () => {
    expect(wrong([courses('id,title,provider\na,"A,S\nb,B,S\n')])).toEqual([
      expect.stringMatching(/^courses.csv 2:1 expected CSV, but it cannot be read: quoted field unterminated; /),
    ]);
  });

  it('in its size or in a character', () => {
    const row = `\n${'x,'.repeat(10)}`;
    expect(wrong([courses(`id,title,provider${row.repeat(3000)}`)])).toEqual([
      'courses.csv 1:1 the whole holds too much, expected at most 30000 cells; split it into several',
    ]);
    expect(wrong([courses(`id,title,provider,${'x,'.repeat(200)}y\n`)])).toEqual([
      'courses.csv 1:1 the whole holds too much, expected at most 200 columns; split it into several',
    ]);
    const many = wrong([courses(`id,title,provider\n${',,x\n'.repeat(700)}`)]);
    expect(many).toHaveLength(501);
    expect(many.at(-1)).toMatch(/further problems are not listed: `900`$/);
    const tail = wrong([courses(`id,title,provider\n${'a,b,c,x\n'.repeat(700)}`)]);
    expect([tail.length, tail.at(-1)]).toEqual([501, expect.stringMatching(/further problems are not listed: `200`$/)]);
    expect(wrong([courses('id,title,provider\na,A\u0001B,S\n')])).toEqual([
      expect.stringMatching(/^courses.csv 2:2 .*control characters/),
    ]);
  });

  it('in what no table says: whether all courses are listed', () => {
    const text = changed('catalogue:\n  complete: true\n', '', bare);
    expect(wrong([courses('id,title,provider\na,A,S\n')], text)).toEqual([
      expect.stringMatching(
        /^courses.csv 1:1 `complete` is missing, .*; write `catalogue: { complete: false }` into `pack.yaml`/,
      ),
    ]);
  });
});

describe('a file of a table', () => {
  const here = (path: string) => wrong([{ path, text: 'id\n' }], packText);

  it('has the name of what it lists', () => {
    expect(here('fees.csv')).toEqual([
      'fees.csv 1:1 the file `fees.csv` belongs to nothing in a pack; did you mean `amounts.csv`',
    ]);
    expect(here('course.csv')[0]).toMatch(/did you mean `courses.csv`$/);
    expect(here('tables/courses.csv')[0]).toMatch(/did you mean `courses.csv`$/);
    expect(here('x.csv')[0]).toMatch(/a table is `courses.csv`, `bundles.csv` or `amounts.csv`$/);
    expect(here('records/people.csv')).toEqual([]);
  });

  it('is not passed over by who cannot read it', () => {
    const result = readPack([...oneFile(bare), courses('id,title,provider\n')]);
    expect(result.ok ? [] : result.issues.map((issue) => issueText(issue))).toEqual([
      'the file `courses.csv` belongs to nothing in a pack; pass `csv: readCsv` of `certifiable/csv` to read it',
    ]);
  });
});
