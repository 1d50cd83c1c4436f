import type { Cite, Window } from '../model/value.js';
import type { CompiledWindow } from './nodes.js';
import type { Settler } from './readings.js';

/** Both ends of a window as far as it has them, settled. */
export function compileWindow(window: Window, path: string, cite: readonly Cite[], settle: Settler): CompiledWindow {
  return {
    ...(window.from !== undefined && { from: settle.settle(window.from, `${path}.within.from`, cite) }),
    ...(window.to !== undefined && { to: settle.settle(window.to, `${path}.within.to`, cite) }),
  };
}
