/** Whether what holds in a place holds in another: the same, or a part of it. `covers('xx', 'xx-yy')` is true. */
export function covers(whole: string, part: string): boolean {
  return part === whole || part.startsWith(`${whole}-`);
}
