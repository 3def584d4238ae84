// Overlap: what one identity may do to the resources that another's policies name, and its own policies name otherwise.
import { resultOf } from './decide.mjs';
import { coversAction, list, sampleOf, statementsOf } from './documents.mjs';

/**
 * The overlaps of identities of one kind: by (who reaches), of (whose resources they are), actions, and resources as the policies of the
 * other name them. What both name in the same words is shared, and no overlap.
 * @param own the identities of the stack
 * @param kindOf the kind of an identity, by its ARN: a deployer and the role that it passes work on the same by design
 */
export async function overlaps(world, own, kindOf) {
  const found = [];
  const grants = new Map(own.map(identity => [identity, grantsOf(identity)]));
  for (const by of own) {
    for (const of of own.filter(other => other !== by && kindOf(other.arn) === kindOf(by.arn))) {
      const [actions, resources] = [new Set(), new Set()];
      for (const grant of grants.get(of)) {
        for (const action of await reached(world, by, grants.get(by), grant)) {
          actions.add(action);
          resources.add(grant.resource);
        }
      }
      if (actions.size) found.push({ by: by.arn, of: of.arn, actions: [...actions].sort(), resources: [...resources].sort() });
    }
  }
  return found;
}

/** Each resource that an identity's policies name, with the statement that allows something on it. */
function grantsOf(identity) {
  const allows = identity.policies.flatMap(policy => statementsOf(policy.document)).filter(statement => statement.Effect === 'Allow');
  return allows.flatMap(statement => list(statement.Resource)
    .map(resource => ({ statement, resource, beginning: resource.split(/[*?]/)[0] })));
}

/** The actions of a grant that another identity may use on its resource as well, by a grant of its own that names it otherwise. */
async function reached(world, by, grants, { statement, resource }) {
  const sample = sampleOf(resource);
  const near = grants.filter(({ beginning }) => sample.startsWith(beginning));
  const actions = [];
  if (resource === '*' || !near.length) return actions;
  for (const action of list(statement.Action).filter(name => !name.includes('*'))) {
    const covering = near.filter(grant => coversAction(grant.statement, action));
    if (!covering.length || covering.some(grant => grant.resource === resource)) continue;
    if (await resultOf(world, { by: by.arn, action, on: sample }) === 'allowed') actions.push(action);
  }
  return actions;
}
