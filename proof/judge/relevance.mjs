// Which requests a part of a statement can have a say in: most requests of a statement are of other actions, resources and values, and are
// decided as before when that part is changed. A part of which that cannot be told beforehand has no test: it is undefined.
import { isPattern, list, secretKeys, toExpression } from './documents.mjs';

const expressions = new Map();

/** Whether a text is like a pattern, wholly. */
function isLike(pattern, text) {
  if (!expressions.has(pattern)) expressions.set(pattern, new RegExp(`^${toExpression(pattern)}$`, 's'));
  return expressions.get(pattern).test(text);
}

// A variable is known only once the caller is.
const isKnown = pattern => !pattern.includes('${');

export function isOfAction(pattern) {
  return isPattern(pattern) ? undefined : ({ action }) => action.toLowerCase() === pattern.toLowerCase();
}

/** Where resources give way to others, a request that is on one of both, or of neither, is decided as before. */
export function isOnOneAlone(before, after) {
  const change = changeOf(before, after);
  return change && (({ on }) => isPattern(on) || change.concerns(on));
}

/** What of a list of patterns gives way to what: which texts that concerns, surely or perhaps; undefined where that cannot be told. */
function changeOf(before, after) {
  const [former, latter] = [new Set(before), new Set(after)];
  const gone = before.filter(pattern => !latter.has(pattern));
  const come = after.filter(pattern => !former.has(pattern));
  if (![...gone, ...come].every(isKnown)) return undefined;
  const kept = before.filter(pattern => latter.has(pattern) && isKnown(pattern));
  const isOneOf = (patterns, text) => patterns.some(pattern => isLike(pattern, text));
  return {
    concerns: text => isOneOf(gone, text) !== isOneOf(come, text) && !isOneOf(kept, text),
    mayConcern: text => isOneOf(gone, text) || isOneOf(come, text),
  };
}

/** Whether a request is on one of the resources that a statement names, as far as that can be told. */
export function isOnOneOf({ Resource }, request) {
  return Resource === undefined || list(Resource).some(
    pattern => !isKnown(pattern) || isPattern(request.on) || isLike(pattern, request.on));
}

/** The operators that compare texts, so that a value is in a request or not. */
export const comparesTexts = /^(For\w+Values:)?(StringEquals|StringLike|ArnEquals|ArnLike)(IfExists)?$/;

/** Where values of a condition give way to others, a request that itself gives one of both, or neither, is decided as before. */
export function hasOneAlone(operator, key, before, after) {
  const name = key.toLowerCase();
  // An external id is known only once the role is. What looks like a pattern may be a text.
  const isText = operator.includes('StringEquals') && before.some(isPattern);
  if (!comparesTexts.test(operator) || secretKeys.has(name) || isText) return undefined;
  const change = changeOf(before.map(String), after.map(String));
  return change && (({ context }) => {
    const given = Object.entries(context ?? {}).find(([other]) => other.toLowerCase() === name)?.[1];
    if (given === undefined) return true;
    // What may be a list of values meets some of the condition's with one, and some with another.
    const values = given.split(',');
    return values.length > 1 ? [given, ...values].some(change.mayConcern) : change.concerns(given);
  });
}
