// What an app downloads: entry points of the built package as esbuild bundles and minifies them for a browser, and gzip -9 of that, in bytes.
// `--json` prints the rows as data. Build first.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The most that a pack may weigh in gzip, as a module and as JSON, and its long texts likewise. */
const packLimit = 15_000;
const packs = readdirSync(`${root}dist/rules`).flatMap((file) => file.match(/^(.*)\.json$/)?.[1] ?? []);

/** `limit` is the most that gzip may weigh; where that is more than it is meant to be, `goal` is what it is meant to be. */
const rows = [
  { what: 'evaluate', code: "export { evaluate } from 'certifiable'", limit: 57_500, goal: 9_000 },
  { what: 'decide', code: "export { decide } from 'certifiable'" },
  { what: 'explain', code: "export { explain } from 'certifiable'" },
  { what: 'explainText', code: "export { explainText } from 'certifiable'" },
  { what: 'verify', code: "export { verify } from 'certifiable'" },
  { what: 'plan', code: "export { plan } from 'certifiable/plan'" },
  { what: 'standing', code: "export { standing } from 'certifiable/life'" },
  { what: 'all of certifiable', code: "export * from 'certifiable'" },
  { what: 'parsePack', code: "export { parsePack } from 'certifiable/schema'" },
  { what: 'all of certifiable/schema', code: "export * from 'certifiable/schema'" },
  ...packs.flatMap((id) => [
    { what: `rules/${id}`, code: `export * from 'certifiable/rules/${id}'`, limit: packLimit },
    { what: `rules/${id}.json`, file: `dist/rules/${id}.json`, limit: packLimit },
    ...(existsSync(`${root}dist/rules/${id}/texts.js`)
      ? [{ what: `rules/${id}/texts`, code: `export * from 'certifiable/rules/${id}/texts'`, limit: packLimit }]
      : []),
  ]),
];

const measured = [];
for (const { what, code, file, limit, goal } of rows) {
  const bytes = file === undefined ? await bundled(code) : readFileSync(`${root}${file}`);
  measured.push({ what, bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, limit, goal });
}
if (process.argv.includes('--json')) console.log(JSON.stringify(measured));
else {
  const table = measured.map(({ what, limit = '', goal = '', ...sizes }) => [what, { ...sizes, limit, goal }]);
  console.table(Object.fromEntries(table));
}

/** A module as an app's bundler makes it from the built package, which finds itself by its own name. */
async function bundled(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    write: false,
    // Not this project's paths, which lead to the source.
    tsconfigRaw: '{}',
    logLevel: 'silent',
  });
  return outputFiles[0].contents;
}
