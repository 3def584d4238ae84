// Which requests a part of a statement can have a say in: most requests of a statement are of other actions, resources and values, and are
// decided as before when that part is changed. A part of which that cannot be told beforehand has no test: it is undefined.
import { list, secretKeys, toExpression } from './documents.mjs';

const wholly = pattern => new RegExp(`^${toExpression(pattern)}$`, 's');

export function isOfAction(pattern) {
  return /[*?]/.test(pattern) ? undefined : ({ action }) => action.toLowerCase() === pattern.toLowerCase();
}

export function isOnResource(pattern) {
  // A variable is known only once the caller is.
  if (pattern.includes('${')) return undefined;
  const expression = wholly(pattern);
  return ({ on }) => /[*?]/.test(on) || expression.test(on);
}

const tests = new Map();

/** Whether a request is on one of the resources that a statement names, as far as that can be told. */
export function isOnOneOf({ Resource }, request) {
  return Resource === undefined || list(Resource).some(pattern => {
    if (!tests.has(pattern)) tests.set(pattern, isOnResource(pattern) ?? (() => true));
    return tests.get(pattern)(request);
  });
}

/** The operators that compare texts, so that a value is in a request or not. */
export const comparesTexts = /^(For\w+Values:)?(StringEquals|StringLike|ArnEquals|ArnLike)(IfExists)?$/;

/** Where a request itself gives a condition's key, one of its values is like the condition's. */
export function hasValue(operator, key, pattern) {
  const name = key.toLowerCase();
  // An external id is known only once the role is, and a variable once the caller is.
  if (!comparesTexts.test(operator) || secretKeys.has(name) || String(pattern).includes('${')) return undefined;
  const expression = wholly(String(pattern));
  return ({ context }) => {
    const given = Object.entries(context ?? {}).find(([other]) => other.toLowerCase() === name)?.[1];
    return given === undefined || [given, ...given.split(',')].some(one => expression.test(one));
  };
}
