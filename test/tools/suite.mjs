// Writes the conformance suite for other engines: `index.yaml` and `suite/` below `rules/conformance`, from the folders of the constructs.
import { runSource } from './run-source.mjs';

await runSource('test/conformance/main.ts');
