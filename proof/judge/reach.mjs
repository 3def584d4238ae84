// Foreign reach: which of all AWS actions an identity may use on resources that are not its own.
import { choicesFor } from './choices.mjs';
import { resultOf } from './decide.mjs';
import { coversAction, list, statementsOf, toExpression } from './documents.mjs';
import { foreignResources } from './foreign.mjs';
import { iamActionsForService, iamServiceKeys } from './iam.mjs';

/** The actions that an identity may use on someone else's resources. */
export async function foreignReach(world, identity) {
  const allows = identity.policies.flatMap(policy => statementsOf(policy.document)).filter(statement => statement.Effect === 'Allow');
  const reached = [];
  for (const action of await actionsOf(await servicesOf(allows))) {
    // What no statement covers is denied without asking.
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

const actionsOf = async services => (await Promise.all(services.map(
  async service => (await iamActionsForService(service)).map(action => `${service}:${action}`)))).flat();

/** The services of which statements may cover an action. To read what AWS has 400 of takes longer than to judge a stack. */
async function servicesOf(statements) {
  const known = await iamServiceKeys();
  if (statements.some(({ NotAction }) => NotAction !== undefined)) return known;
  const patterns = new Set(statements.flatMap(({ Action }) => list(Action)).map(action => action.toLowerCase().split(':')[0]));
  const expressions = [...patterns].map(pattern => new RegExp(`^${toExpression(pattern)}$`));
  return known.filter(service => expressions.some(expression => expression.test(service)));
}
