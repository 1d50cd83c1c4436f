import { vi } from 'vitest';

/** What a command writes, and its exit code. */
export function printed(command: () => number): { readonly code: number; readonly out: string; readonly err: string } {
  const text: Record<'out' | 'err', string> = { out: '', err: '' };
  const into = (key: 'out' | 'err') => (written: string | Uint8Array) => {
    text[key] += String(written);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(into('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(into('err')),
  ];
  try {
    return { code: command(), ...text };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
