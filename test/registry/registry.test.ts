import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { issueText, parseRegistry, readOverlay, readRegistry } from 'certifiable/schema';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { readCsv } from '../../src/edge/csv.js';
import { readPack } from '../../src/edge/read-pack.js';

const file = 'rules/registry.yaml';
const read = readRegistry(readFileSync(file, 'utf8'), file);
if (!read.ok) throw new Error(read.issues.map((issue) => `${issue.line}: ${issueText(issue)}`).join('\n'));
const { registry } = read;
const { citations, jurisdictions, programmes, frameworks, providers, acceptances = {}, relations = {} } = registry;

const packFolders = readdirSync('rules').filter((id) => existsSync(`rules/${id}/pack.yaml`));
const covered = Object.values(programmes).filter(({ pack }) => pack !== undefined);

/** As a pack's folder says. */
function packOf(id: string) {
  const pack = readPack(filesOf(`rules/${id}`), { csv: readCsv });
  if (!pack.ok) throw new Error(`rules/${id} does not load`);
  return pack.pack;
}

/** The states and the district, in the order of their codes in ISO 3166-2. */
const states =
  `ak al ar az ca co ct dc de fl ga hi ia id il in ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny oh ok or pa ri sc
  sd tn tx ut va vt wa wi wv wy`.split(/\s+/);

describe('the registry', () => {
  it('has every state and the district once, and a place outside the country', () => {
    expect(states).toHaveLength(51);
    const places = Object.keys(jurisdictions);
    expect(places.filter((id) => id.startsWith('us-')).sort()).toEqual(states.map((state) => `us-${state}`));
    expect(places.filter((id) => !id.startsWith('us')).length).toBeGreaterThan(0);
    const titles = Object.values(jurisdictions).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('has every pack that lies in rules', () => {
    const named = covered.map(({ pack }) => pack);
    expect(packFolders.length).toBeGreaterThan(4);
    expect(packFolders.filter((id) => !named.includes(id))).toEqual([]);
  });

  it.each([...new Set([...covered, ...Object.values(frameworks)].flatMap(({ pack }) => pack ?? []))])(
    'says of the pack %s what the pack says of itself',
    (id) => {
      const { jurisdiction, force } = packOf(id);
      const own = covered.filter(({ pack }) => pack === id);
      expect(own.map((each) => each.jurisdiction)).toEqual(own.map(() => jurisdiction));
      expect(own.map((each) => each.force)).toContain(force);
    },
  );

  it('has every provider of the national catalogue', () => {
    const named = packOf('lssc').catalogue?.courses.map(({ provider }) => provider) ?? [];
    const titles = Object.values(providers).map(({ title }) => title);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => providers[name] === undefined && !titles.includes(name))).toEqual([]);
  });

  it('has the place of every overlay', () => {
    const overlays = readdirSync('rules/overlays');
    expect(overlays.length).toBeGreaterThan(3);
    const places = overlays.map((id) => {
      const overlay = readOverlay(filesOf(`rules/overlays/${id}`));
      return overlay.ok ? overlay.overlay.jurisdiction : id;
    });
    expect(places.filter((place) => jurisdictions[place] === undefined)).toEqual([]);
  });

  it('cites every citation, and none twice under two ids', () => {
    const text = JSON.stringify([programmes, frameworks, providers, acceptances, relations]);
    expect(Object.keys(citations).filter((id) => !text.includes(`"source":"${id}"`))).toEqual([]);
    const addresses = Object.values(citations).map(({ href }) => href);
    expect(addresses.filter((href, at) => addresses.indexOf(href) !== at)).toEqual([]);
  });

  it('rests on no page that is known to make rules up', () => {
    const invented = /eatsip365|visualfoodie|winenfood|lawgratis/;
    expect(Object.values(citations).filter(({ href }) => invented.test(href))).toEqual([]);
  });

  it('has notes and sayings that are sentences', () => {
    const notes = [...Object.values(programmes), ...Object.values(providers)].flatMap((each) => each.notes ?? []);
    const says = [frameworks, acceptances, relations].flatMap((each) => Object.values(each).map(({ says }) => says));
    const asks = Object.values(acceptances).flatMap((each) => each.asks ?? []);
    const all = [...notes, ...says, ...asks];
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter((said) => !/^[A-Z].*\.$/.test(said))).toEqual([]);
  });

  it('says of every framework but the one itself whether a crosswalk to it was found', () => {
    const others = Object.entries(frameworks).filter(([id]) => id !== 'lssc-sets');
    expect(others.length).toBeGreaterThan(4);
    expect(others.filter(([, { crosswalks }]) => crosswalks?.['lssc-sets'] === undefined)).toEqual([]);
  });

  it('is the same when it is read in its canonical form', () => {
    expect(parseRegistry(JSON.parse(JSON.stringify(registry)))).toEqual({ ok: true, registry });
  });
});
