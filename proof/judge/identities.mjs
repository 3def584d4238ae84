// Who an identity can become: directly, or through the identities that it can become.
import { choicesFor } from './choices.mjs';
import { resultOf } from './decide.mjs';
import { tryMethods } from './escalation.mjs';
import { covers, mayTryToAssume, servicesOf } from './takeovers.mjs';

const administrator = 'an administrator of the account';

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
  steps.push(...await passes(world, identity, roles, declared));
  // Who makes himself an administrator becomes everybody: no other way matters. A declared step is the shorter story where both lead to
  // the same identity.
  const isAdministrator = steps.some(({ to }) => to === administrator);
  return steps.filter(({ to, declared: isDeclared }) => !isAdministrator || isDeclared || to === administrator)
    .sort((a, b) => b.declared - a.declared);
}

/**
 * The roles that an identity may pass to a service that they trust. No list has all that services do with a role, so that nothing more is
 * asked; where a published method leads to the same role, it says how.
 */
async function passes(world, identity, roles, declared) {
  const steps = [];
  // To which service is tried for each that a role trusts.
  const choices = covers(identity, 'iam:PassRole') ? await choicesFor(identity, 'iam:PassRole') : [];
  const others = new Map(choices.map(({ 'iam:PassedToService': _, ...other }) => [JSON.stringify(other), other]));
  for (const said of others.values()) {
    for (const role of roles.filter(other => other !== identity)) {
      for (const service of servicesOf(role.trust)) {
        const context = { ...said, 'iam:PassedToService': service };
        if (await resultOf(world, { by: identity.arn, action: 'iam:PassRole', on: role.arn, context }) !== 'denied') {
          const isDeclared = declared.some(d => d.role === role.arn && d.service === service);
          steps.push({ to: role.arn, how: `passes ${role.name} to ${service}`, declared: isDeclared });
        }
      }
    }
  }
  return steps;
}

const destination = (method, way) => ({
  'new-passrole': way.service ? way.on : behind(method),
  'existing-passrole': behind(method),
  'principal-access': way.on,
  'self-escalation': administrator,
})[method.kind];

const behind = ({ actions }) => `the role behind ${actions.at(-1)}`;

const describe = (method, way) => way.service
  ? `passes ${way.on.split('/').at(-1)} to ${way.service} (${method.id})`
  : `${method.actions.join(' + ')} (${method.id})`;
