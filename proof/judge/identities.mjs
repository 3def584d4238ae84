// Who an identity can become: directly, or through the identities that it can become.
import { resultOf } from './decide.mjs';
import { arnParts } from './documents.mjs';
import { tryMethods } from './escalation.mjs';
import { mayTryToAssume } from './takeovers.mjs';

/**
 * Follows every chain from an identity: a role assumed, a role passed to a service that runs the identity's own code, a credential
 * made for someone else.
 * @param known the steps of the identities that were followed before, by ARN
 * @returns the identities reached, each with the chain that leads there and whether the contract declares each step of it
 */
export async function becomes(world, start, roles, declaredOf, known) {
  const reached = new Map([[start.arn, { arn: start.arn, chain: [], declared: true }]]);
  const queue = [start];
  while (queue.length) {
    const identity = queue.shift();
    const from = reached.get(identity.arn);
    if (!known.has(identity.arn)) known.set(identity.arn, await stepsOf(world, identity, roles, declaredOf(identity.arn)));
    for (const step of known.get(identity.arn)) {
      if (reached.has(step.to)) continue;
      reached.set(step.to, { arn: step.to, chain: [...from.chain, step.how], declared: from.declared && step.declared });
      const next = world.identities.get(step.to);
      // A stranger is where the chain ends: from there on, it is the account of someone else.
      if (next && !next.stranger) queue.push(next);
    }
  }
  reached.delete(start.arn);
  return [...reached.values()];
}

async function stepsOf(world, identity, roles, declared) {
  const steps = [];
  for (const role of roles) {
    if (role === identity || !mayTryToAssume(identity, role)) continue;
    // Whoever may assume a role knows the external id that it demands.
    const context = { 'sts:ExternalId': world.ownExternalId };
    const assumed = await resultOf(world, { by: identity.arn, action: 'sts:AssumeRole', on: role.arn, context });
    if (assumed === 'allowed')
      steps.push({ to: role.arn, how: `assumes ${role.name}`, declared: declared.some(d => d.role === role.arn && d.assumed) });
  }
  for (const method of await tryMethods(world, identity, roles.filter(role => role !== identity), declared)) {
    const step = (way, isDeclared) => ({ to: destination(method, way), how: describe(method, way), declared: isDeclared });
    steps.push(...method.declared.map(way => step(way, true)), ...method.open.map(way => step(way, false)));
  }
  // A declared step is the shorter story where both lead to the same identity.
  return steps.sort((a, b) => b.declared - a.declared);
}

const destination = (method, way) => ({
  'new-passrole': way.service ? way.on : `whatever role ${arnParts(way.on).resource} runs with`,
  'existing-passrole': `whatever role ${arnParts(way.on).resource} runs with`,
  'principal-access': way.on,
  'self-escalation': 'an administrator of the account',
})[method.kind];

const describe = (method, way) => way.service
  ? `passes ${way.on.split('/').at(-1)} to ${way.service} (${method.id})`
  : `${method.actions.join(' + ')} (${method.id})`;
