// Builds the packs that the package ships, from `rules/<id>/` to `dist/rules/<id>.{json,js,d.ts}`, with the command line itself.
import { execFileSync } from 'node:child_process';

/** The packs that the package ships. */
const shipped = ['lssc'];

for (const id of shipped) {
  execFileSync(process.execPath, ['dist/cli.js', 'build', `rules/${id}`, '--out', 'dist/rules'], {
    stdio: process.argv.includes('--silent') ? ['ignore', 'ignore', 'inherit'] : 'inherit',
  });
}
