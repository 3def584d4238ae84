// Which resources are of which of AWS's types.
import { resourceStringMatchesResourceTypePattern } from './iam.mjs';

const known = new Map();

/** Whether a resource, which may have wildcards, can be of the type whose ARNs have this form. They are compared letter by letter, once. */
export function isOfType(resource, form) {
  const pair = `${resource} ${form}`;
  if (!known.has(pair)) known.set(pair, resourceStringMatchesResourceTypePattern(resource, form));
  return known.get(pair);
}
