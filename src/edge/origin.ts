const origins = new WeakMap<object, object>();

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Remembers from which authored mapping a canonical object was read, so that a later check can name its place. Returns the object. */
export function remember<T>(made: T, from: unknown): T {
  if (isObject(made) && isObject(from)) origins.set(made, from);
  return made;
}

/** Remembers that an object was made from another, and so where both come from. Returns the object. */
export function inherit<T>(made: T, other: unknown): T {
  return remember(made, originOf(other));
}

/** The authored mapping from which an object was read, if it was. */
export function originOf(made: unknown): object | undefined {
  return isObject(made) ? origins.get(made) : undefined;
}
