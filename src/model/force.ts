import type { Edition, Force, RulePack } from './pack.js';

/**
 * What the law makes of a stage: what its text says of it, else the pack. Of several texts that may govern the last one is asked; where
 * none governs, the last of the pack that has the stage.
 */
export function forceOf(
  stage: string,
  governing: readonly { readonly edition: Edition }[],
  { editions, force }: RulePack,
): Force {
  const texts = [...editions, ...governing.map(({ edition }) => edition)];
  const said = texts.flatMap(({ stages }) => stages.filter(({ id }) => id === stage)).at(-1);
  return said?.force ?? force;
}
