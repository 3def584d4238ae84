// Privilege escalation: every published method, tried by every identity on what is not its own.
import { readFileSync } from 'node:fs';
import { choicesFor } from './choices.mjs';
import { resultOf } from './decide.mjs';
import { coversAction, list, statementsOf } from './documents.mjs';
import { foreignResources } from './foreign.mjs';
import { iamActionExists, isOfType } from './iam.mjs';
import { inhabitants } from './world.mjs';

/** The published methods: an id, a class, and the actions that are all needed. */
export const methods = readFileSync(new URL('privilege-escalation.tsv', import.meta.url), 'utf8').trim().split('\n').map(line => {
  const [id, kind, actions] = line.split('\t');
  return { id, kind, actions: actions.split('+') };
});

/** The services that can be handed a role by the actions of a service (IAM user guide, "AWS services that work with IAM"). */
export const passedTo = {
  apprunner: ['tasks.apprunner.amazonaws.com', 'build.apprunner.amazonaws.com'],
  'bedrock-agentcore': ['bedrock-agentcore.amazonaws.com'],
  cloudformation: ['cloudformation.amazonaws.com'],
  codebuild: ['codebuild.amazonaws.com'],
  codestar: ['codestar.amazonaws.com'],
  datapipeline: ['datapipeline.amazonaws.com', 'elasticmapreduce.amazonaws.com'],
  ec2: ['ec2.amazonaws.com'],
  ecs: ['ecs-tasks.amazonaws.com'],
  glue: ['glue.amazonaws.com'],
  lambda: ['lambda.amazonaws.com'],
  sagemaker: ['sagemaker.amazonaws.com'],
};

/** Every service that a method hands a role to. */
export const launchers = [...new Set(Object.values(passedTo).flat())];

/**
 * Tries every method for an identity.
 * @param roles the roles that it might pass
 * @param declared the roles that the contract lets it pass, each with its service
 * @returns per method: the ways in which it is open, and those which are open because the contract declares them; a way is what the
 *   identity acts on, and for a passed role the service that runs with it
 */
export async function tryMethods(world, identity, roles, declared) {
  // What cannot be decided counts as open.
  const can = async (action, on, said) => {
    for (const context of await choicesFor(identity, action))
      if (await resultOf(world, { by: identity.arn, action, on, context: { ...context, ...said } }) !== 'denied') return true;
    return false;
  };
  const results = [];
  for (const method of methods) {
    const ways = await tryMethod(can, world, identity, method, roles);
    const isDeclared = way => declared.some(d => d.role === way.on && d.service === way.service);
    results.push({ ...method, open: ways.filter(way => !isDeclared(way)), declared: ways.filter(isDeclared) });
  }
  return results;
}

async function tryMethod(can, world, identity, method, roles) {
  if (!method.actions.every(action => covered(identity, action))) return [];
  const others = method.actions.filter(action => action !== 'iam:PassRole');
  let targets = [];
  for (const action of others) {
    // AWS has retired some of the actions since the methods were published.
    if (!await iamActionExists(...action.split(':'))) return [];
    targets = await whereAllowed(can, world, identity, method, action);
    if (!targets.length) return [];
  }
  if (others.length === method.actions.length) return targets.map(on => ({ on }));

  const ways = [];
  for (const role of roles) {
    for (const service of passedTo[others[0].split(':')[0]]) {
      if (trusts(role, service) && await can('iam:PassRole', role.arn, { 'iam:PassedToService': service }))
        ways.push({ on: role.arn, service });
    }
  }
  return ways;
}

const covered = (identity, action) => identity.policies.some(policy =>
  statementsOf(policy.document).some(statement => statement.Effect === 'Allow' && coversAction(statement, action)));

// Whether a trust policy names a service at all: under which conditions is of no use to someone who must not pass the role.
const trusts = (role, service) => statementsOf(role.trust.document).some(({ Effect, Principal }) =>
  Effect === 'Allow' && Principal !== undefined && (Principal === '*' || list(Principal.Service).includes(service)));

/**
 * The resources that serve the method and on which the action is allowed: the account's own identities, groups and policies, strangers',
 * what the identity makes for the purpose under a name that its policies allow, or, for a method that raises its own permissions, the
 * identity itself. One is enough, unless they are whom the identity becomes.
 */
async function whereAllowed(can, world, identity, method, action) {
  const foreign = await foreignResources(world, action);
  const own = [
    ...method.kind === 'new-passrole' ? madeForThePurpose(identity, action) : [],
    ...method.kind === 'self-escalation' ? [identity.arn, ...identity.policies.map(policy => policy.arn).filter(Boolean)] : [],
  ];
  const ofOthers = action.startsWith('iam:') ? [...inhabitants(world).map(({ arn }) => arn), ...world.others] : [];
  const notOwn = ofOthers.filter(on => on !== identity.arn && !identity.policies.some(({ arn }) => arn === on));
  const fitting = resources => resources.filter(
    on => foreign.some(({ pattern }) => pattern && isOfType(on, pattern)));
  const tries = [...fitting(notOwn), ...foreign.map(({ on }) => on), ...fitting(own)];
  const allowed = [];
  for (const on of tries) {
    if (await can(action, on)) allowed.push(on);
    if (allowed.length && method.kind !== 'principal-access') break;
  }
  return allowed;
}

const madeForThePurpose = (identity, action) => identity.policies
  .flatMap(policy => statementsOf(policy.document))
  .filter(statement => statement.Effect === 'Allow' && coversAction(statement, action))
  .flatMap(statement => list(statement.Resource))
  .filter(resource => resource !== '*')
  .map(resource => resource.replaceAll('*', 'made').replaceAll('?', 'x'));
