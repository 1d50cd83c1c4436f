import { expect, it } from 'vitest';
import { canonicalText } from '../../src/edge/canonical-text.js';

// The examples are those of RFC 8785, https://www.rfc-editor.org/rfc/rfc8785, sections 3.2.2 and 3.2.3, and appendix B.

it('writes literals, numbers and strings as RFC 8785 does', () => {
  const input = `{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
    "literals": [null, true, false]
  }`;
  expect(canonicalText(JSON.parse(input))).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

it('sorts keys by UTF-16 code units, not by code points, numbers or letters', () => {
  const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
  const text = canonicalText(Object.fromEntries(keys.map((key) => [key, 0])));
  const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
  expect(text).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join()}}`);
  // JavaScript itself would put 9 first: it orders keys that are whole numbers.
  expect(canonicalText({ 9: 0, 10: 0, B: 0, a: 0 })).toBe('{"10":0,"9":0,"B":0,"a":0}');
});

it.each([
  [-0, '0'],
  [1e21, '1e+21'],
  [1e20, '100000000000000000000'],
  [1e-7, '1e-7'],
  [0.000001, '0.000001'],
  [5e-324, '5e-324'],
  [2 ** 53, '9007199254740992'],
])('writes %d as %s', (number, text) => expect(canonicalText(number)).toBe(text));

it('leaves out a key without a value', () => {
  expect(canonicalText({ a: undefined, b: [{ c: undefined }] })).toBe('{"b":[{}]}');
});
