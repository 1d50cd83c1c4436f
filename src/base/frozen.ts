/**
 * A value that answers share, frozen, so that whoever changes one answer changes no other. What is below `cite` belongs to the pack and
 * is left as it is.
 * @example frozen({ of: ['a'] }).of // ['a'], and `push` throws
 */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const [key, inner] of Object.entries(value)) if (key !== 'cite') frozen(inner);
  return Object.freeze(value);
}
