import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { canonicalText } from '../../src/edge/canonical-text.js';
import { constructFolders, shownConstructs } from './constructs.js';
import { indexText, suiteText } from './suite.js';
import { suiteSchema } from './suite-schema.js';

const suite = 'rules/conformance';
mkdirSync(`${suite}/suite`, { recursive: true });
for (const name of readdirSync(`${suite}/suite`)) rmSync(`${suite}/suite/${name}`);
for (const shown of shownConstructs()) writeFileSync(`${suite}/suite/${shown.construct}.json`, suiteText(shown));
writeFileSync(`${suite}/suite/schema.json`, `${canonicalText(suiteSchema())}\n`);
writeFileSync(`${suite}/index.yaml`, indexText(constructFolders()));
