import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moduleText } from '../../src/edge/module-text.js';

/** What a module of this text exports as `data`. */
async function exported(text: string): Promise<unknown> {
  return (await import(`data:text/javascript,${encodeURIComponent(text)}`)).data;
}

const long = {
  says: 'A part that is long enough to be worth a name of its own',
  cite: [{ source: 'rules', at: 'the table' }],
};

it('writes a part that stands twice once, with what stands in it', () => {
  const [constant, whole, ...rest] = moduleText('data', { a: long, b: { c: long } }).split('\n');
  expect(constant).toBe(
    'const $0={cite:[{at:"the table",source:"rules"}],says:"A part that is long enough to be worth a name of its own"};',
  );
  expect(whole).toBe('export const data={a:$0,b:{c:$0}};');
  expect(rest).toEqual(['']);
});

it('gives no name to what is short, stands once, or stands only in what has a name', () => {
  expect(moduleText('data', [{ a: 1 }, { a: 1 }, long])).not.toContain('const $');
  const above = { a: long, b: 'Another part around it' };
  expect(moduleText('data', [above, above]).match(/const \$/g)).toHaveLength(1);
  expect(moduleText('data', [above, above, long]).match(/const \$/g)).toHaveLength(2);
});

it('exports exactly the data, whatever it is', async () => {
  const part = fc.letrec((tie) => ({
    value: fc.oneof(fc.jsonValue({ maxDepth: 1 }), tie('list'), tie('mapping'), fc.constant(long)),
    list: fc.array(tie('value'), { maxLength: 3 }),
    mapping: fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '10', '9', 'a b')),
      tie('value'),
      {
        maxKeys: 3,
      },
    ),
  })).value;
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 3 }), async (parts) => {
      const data = JSON.parse(JSON.stringify([parts, parts, long]));
      const text = moduleText('data', data);
      expect(JSON.stringify(sorted(await exported(text)))).toBe(JSON.stringify(sorted(data)));
      expect(text).toBe(moduleText('data', sorted(data)));
    }),
    { numRuns: 200 },
  );
});

/** The same data as entries in the order of their keys, so that keys of every name can be compared. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
