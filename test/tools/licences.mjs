// The licences of what is bundled: they ask to stand in every copy.
import { readFileSync, writeFileSync } from 'node:fs';

/** The packages of which the build takes parts into its own files. */
export const bundled = ['papaparse', 'zod'];

/** Writes the licence of each, with its name and version. */
export function writeLicences(file) {
  const texts = bundled.map((name) => {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
    return `${name} ${version}\n\n${readFileSync(`node_modules/${name}/LICENSE`, 'utf8').trim()}\n`;
  });
  writeFileSync(file, texts.join('\n\n'));
}
