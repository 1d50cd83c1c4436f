// Writes what `rules/registry.yaml` says, and how many cases each pack and each overlay has, into the blocks of docs/registry.md and README.md that are
// marked `registry`, and prints the counts of every value.
// Usage: node test/tools/registry.mjs [--check]; with --check it writes nothing and exits with 1 if a block is another.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fromSource } from './from-source.mjs';

const { filesOf, issueText, knownPlace, readCases, readOverlay, readRegistry } = await fromSource(
  'cli/folders',
  'edge/issues',
  'edge/parse-overlay',
  'edge/parse-registry',
  'edge/read-cases',
  'known-place',
);

const source = 'rules/registry.yaml';
const read = readRegistry(readFileSync(source, 'utf8'), source);
if (!read.ok) {
  for (const issue of read.issues) console.error(`${issue.file}:${issue.line}:${issue.column} ${issueText(issue)}`);
  process.exit(1);
}
const { citations, jurisdictions, programmes, frameworks, providers, acceptances, relations } = read.registry;
const values = ['covered', 'partial', 'none', 'notEstablished'];

const coverageOf = ({ coverage }) => (typeof coverage === 'string' ? coverage : 'notEstablished');
const inText = (coverage) => (typeof coverage === 'string' ? coverage : `notEstablished: ${coverage.notEstablished}`);
const place = (id) => knownPlace(read.registry, id, []);

/** The packs of the registry and the overlays, each with its folder and its place. */
const packs = Object.values(programmes)
  .filter(({ pack }, at, all) => pack !== undefined && all.findIndex((each) => each.pack === pack) === at)
  .map(({ pack, jurisdiction }) => ({ id: pack, folder: `rules/${pack}`, jurisdiction }));
const overlays = readdirSync('rules/overlays').map((id) => {
  const folder = `rules/overlays/${id}`;
  const overlay = readOverlay(filesOf(folder));
  if (!overlay.ok) throw new Error(`${folder}: does not load`);
  return { id, folder, jurisdiction: overlay.overlay.jurisdiction };
});

const row = (...cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head, rows) => [row(...head), row(...head.map(() => '---')), ...rows].join('\n');

function counts() {
  const count = (all, label) =>
    row(label, ...values.map((value) => all.filter((each) => each === value).length), all.length);
  const ids = Object.keys(jurisdictions);
  return table(
    ['', ...values.map((value) => `\`${value}\``), 'together'],
    [
      count(
        ids.map((id) => place(id).coverage),
        'places',
      ),
      count(Object.values(programmes).map(coverageOf), 'programmes'),
    ],
  );
}

function cases() {
  const rows = [...packs, ...overlays].map(({ id, folder, jurisdiction }) => {
    const all = existsSync(folder) ? readCases(filesOf(folder)).cases : [];
    const vectors = all.filter(({ file }) => file === 'cases/vectors.yaml').length;
    return { id, folder, where: jurisdictions[jurisdiction].title, all: all.length, vectors };
  });
  const sum = (key) => rows.reduce((total, each) => total + each[key], 0);
  return table(
    ['place', 'pack or overlay', 'cases', 'of them test vectors'],
    [
      ...rows
        .sort((a, b) => (a.where + a.folder < b.where + b.folder ? -1 : 1))
        .map(({ id, folder, where, all, vectors }) => row(where, `[\`${id}\`](${folder})`, all, vectors)),
      row('together', rows.length, sum('all'), sum('vectors')),
    ],
  );
}

const link = ({ source: id, at }) =>
  `[${citations[id].title}](${citations[id].href.replaceAll(')', '%29')})${at ? `, ${at}` : ''}`;
/** The texts of an entry and of what was looked for beside it, each once. */
const cited = ({ cite, approvals = {}, crosswalks = {} }) => {
  const all = [...cite, ...Object.values({ ...approvals, ...crosswalks }).flatMap((found) => found.cite ?? [])];
  return [...new Map(all.map((each) => [link(each), each])).values()];
};
const sources = (entry) => cited(entry).map(link).join('; ');
/** The last day or month on which one of the texts was seen. */
const lastSeen = (entry) => {
  const days = cited(entry).map(({ source: id }) => citations[id].seen);
  return days.sort().at(-1);
};
const said = ({ title, notes = [] }) => [title, ...notes].join('. ').replaceAll('..', '.');
/** By title, programmes first by their place. */
const byTitle = (entries) => Object.entries(entries).sort(([, a], [, b]) => (sortKey(a) < sortKey(b) ? -1 : 1));
const sortKey = ({ title, jurisdiction }) => (jurisdictions[jurisdiction]?.title ?? '') + title;
const sought = (found) => (found === 'notFound' ? 'not found' : 'found');
const packLink = (pack) => (pack === undefined ? '' : `, [\`${pack}\`](../rules/${pack})`);

function places() {
  return table(
    ['place', 'id', 'coverage', 'programmes'],
    byTitle(jurisdictions).map(([id, { title }]) => {
      const { coverage, because } = place(id);
      const own = Object.values(programmes).filter(({ jurisdiction }) => jurisdiction === id);
      return row(
        title,
        `\`${id}\``,
        because ? `${coverage}: ${because}` : coverage,
        own.map((each) => each.title).join('; '),
      );
    }),
  );
}

function programmeTable() {
  return table(
    ['programme', 'place', 'force', 'coverage', 'known by', 'last seen', 'sources'],
    byTitle(programmes).map(([, each]) =>
      row(
        said(each),
        jurisdictions[each.jurisdiction].title,
        typeof each.force === 'string' ? each.force : `notEstablished: ${each.force.because}`,
        inText(each.coverage) + packLink(each.pack),
        each.confidence,
        lastSeen(each),
        sources(each),
      ),
    ),
  );
}

function frameworkTable() {
  return table(
    ['framework', 'publisher', 'adoption', 'what became of it', 'crosswalks', 'known by', 'last seen', 'sources'],
    byTitle(frameworks).map(([, each]) =>
      row(
        each.title + packLink(each.pack),
        each.publisher,
        each.adoption,
        each.says,
        Object.entries(each.crosswalks ?? {})
          .map(([id, found]) => `to ${frameworks[id].title}: ${sought(found)}`)
          .join('; '),
        each.confidence,
        lastSeen(each),
        sources(each),
      ),
    ),
  );
}

function providerTable() {
  return table(
    ['provider', 'approvals of courses', 'known by', 'last seen', 'sources'],
    byTitle(providers).map(([, each]) =>
      row(
        said(each),
        Object.entries(each.approvals)
          .map(([id, found]) => `${programmes[id].title}: ${sought(found)}`)
          .join('; '),
        each.confidence,
        lastSeen(each),
        sources(each),
      ),
    ),
  );
}

/** What people call a credential: the programme of that id, else the id. */
const credential = (id) => programmes[id]?.title ?? `\`${id}\``;
/** A day, or the days between which it lies. */
const dayText = (day) =>
  typeof day === 'string' ? day : `notEstablished (${day.atLeast ?? 'any day'} to ${day.atMost ?? 'any day'})`;
const byWords = (a, b) => (a.join() < b.join() ? -1 : 1);

function acceptanceTable() {
  return table(
    ['credential', 'by', 'accepted', 'from', 'until', 'statement', 'known by', 'last seen', 'sources'],
    Object.values(acceptances)
      .map((each) => [
        credential(each.credential),
        programmes[each.by].title,
        each.is === 'accepted' ? `as ${each.as ?? 'such'}` : 'no',
        dayText(each.from),
        each.until === undefined ? '' : dayText(each.until),
        [each.says, ...(each.asks ?? []).map((asks) => `Besides: ${asks}`)].join(' '),
        each.confidence,
        lastSeen(each),
        sources(each),
      ])
      .sort(byWords)
      .map((cells) => row(...cells)),
  );
}

function relationTable() {
  return table(
    ['credential', 'with', 'what it is', 'from', 'what it says', 'known by', 'last seen', 'sources'],
    Object.values(relations)
      .map((each) => [
        credential(each.credential),
        each.with.map((id) => programmes[id]?.title ?? jurisdictions[id].title).join('; '),
        each.kind,
        each.from ?? '',
        each.says,
        each.confidence,
        lastSeen(each),
        sources(each),
      ])
      .sort(byWords)
      .map((cells) => row(...cells)),
  );
}

/** How well the values of each pack are known, as `npm run standings` prints it. */
const standings = () => execFileSync(process.execPath, ['test/tools/standings.mjs'], { encoding: 'utf8' }).trim();

const blocks = {
  'README.md': { counts, cases },
  'docs/registry.md': {
    counts,
    places,
    programmes: programmeTable,
    frameworks: frameworkTable,
    providers: providerTable,
    acceptances: acceptanceTable,
    relations: relationTable,
    standings,
  },
};

for (const [file, tables] of Object.entries(blocks)) {
  const text = readFileSync(file, 'utf8');
  let wanted = text;
  for (const [name, write] of Object.entries(tables)) {
    const [begin, end] = [`<!-- registry: ${name} -->\n`, '\n<!-- end -->'];
    const [before, after] = wanted.split(begin);
    if (after === undefined || !after.includes(end))
      throw new Error(`${file} has no block that is marked \`registry: ${name}\``);
    wanted = `${before}${begin}\n${write()}\n${after.slice(after.indexOf(end))}`;
  }
  if (wanted === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${file} shows another registry; \`npm run registry\` writes it`);
    process.exitCode = 1;
  } else writeFileSync(file, wanted);
}
if (!process.argv.includes('--check')) {
  const known = readdirSync('rules').filter((id) => existsSync(`rules/${id}/pack.yaml`));
  const strangers = known.filter((id) => !packs.some((each) => each.id === id));
  console.log(counts());
  if (strangers.length > 0) console.error(`no programme of the registry has these packs: ${strangers.join(', ')}`);
}
