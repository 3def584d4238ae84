// The identities of one or several accounts, as GetAccountAuthorizationDetails describes them.
import { allowAll, arnParts, parseDocument } from './documents.mjs';
import { createValidatedPolicy, validateIdentityPolicy, validateResourcePolicy } from './iam.mjs';
import { bearerOf, labelOf } from './resources.mjs';

/**
 * Reads the authorization details of every account into one world: a map of identities by ARN, and the ARNs of groups and policies.
 * @param details the authorization details of every account
 * @param layers what decides beside the policies of identities: resources, with the policy document of each resource by its ARN, or null
 *   where it is known to bear none, with the audiences of each identity provider that is known, and with the ARNs of those of either that
 *   are not the stack's; serviceControl and resourceControl, with the policies of each level of an organization
 * @param administrators the ARNs of identities that are taken to have AdministratorAccess, whatever the details say
 * @param place partition, account and region of the stack
 * @param ownExternalId what stands for the external id that a role demands
 * @param adminRole the name of a stranger's role, an administrator's
 * @param named the ARNs of the identities of other accounts whose own policies count
 */
export function readWorld({ details, layers, administrators, place, ownExternalId, adminRole }, named = []) {
  const world = {
    place, ownExternalId, adminRole, identities: new Map(), accounts: new Set(), policies: new Map(), others: [],
    named: new Set(named), resources: new Map(), administrators: new Map(),
    serviceControl: [], resourceControl: [], audiences: new Map(Object.entries(layers.resources.audiences)),
    ofOthers: new Set(layers.resources.ofOthers),
  };
  for (const account of details) readAccount(world, account);
  for (const arn of administrators) world.administrators.set(arn, administrator(world, arn));
  for (const [arn, document] of Object.entries(layers.resources.documents))
    world.resources.set(bearerOf(arn), document && ofResource(world, arn, document, world.ofOthers.has(arn)));
  world.serviceControl = layers.serviceControl.map(level => ofLevel(world, level, 'service'));
  world.resourceControl = layers.resourceControl.map(level => ofLevel(world, level, 'resource'));
  return world;
}

const ofLevel = (world, { name, policies }, kind) => policies.map((document, at) => register(world, {
  id: `${name} ${at}`,
  name,
  label: `${kind} control policy ${at + 1} of ${name}`,
  source: kind === 'resource' ? 'resource' : 'inline',
  document: parseDocument(document),
}));

/** An identity that may do everything by its own policies; bounded and trusted as it is. */
export const administrator = (world, arn) => ({
  arn, kind: 'role', name: nameOf(arn), account: arnParts(arn).account, tags: {}, trust: null, faults: [], ...world.identities.get(arn),
  policies: [register(world, administratorAccess(world.place))],
});

const administratorAccess = ({ partition }) => ({
  id: `arn:${partition}:iam::aws:policy/AdministratorAccess`,
  name: 'AdministratorAccess',
  label: 'AWS-managed policy AdministratorAccess',
  source: 'aws',
  document: allowAll,
});

const ofResource = (world, arn, document, isOthers) => register(world, {
  isOthers,
  id: `${arn} resource policy`,
  on: arn,
  name: 'resource policy',
  label: labelOf(arn),
  source: arnParts(arn).resource.startsWith('vpc-endpoint/') ? 'endpoint' : 'resource',
  document: parseDocument(document),
});

/** The identities that the details hold, but for those that AWS's services make for themselves. */
export const inhabitants = world => [...world.identities.values()]
  .filter(({ arn, stranger }) => !stranger && !arn.includes(':role/aws-service-role/'));

/** Adds a stranger: an identity that the details do not hold. */
export function addStranger(world, { arn, kind, trust, policies = [] }) {
  world.accounts.add(arnParts(arn).account);
  const identity = {
    arn, kind, name: nameOf(arn), account: arnParts(arn).account, stranger: true, tags: {}, faults: [], boundary: null,
    policies: policies.map(
      p => register(world, { ...p, id: `${arn}#${p.name}`, label: `policy ${p.name} of ${nameOf(arn)}`, source: 'inline' })),
    trust: trust ? register(world, trustOf(arn, trust)) : null,
  };
  world.identities.set(arn, identity);
  return identity;
}

function readAccount(world, details) {
  const managed = new Map((details.Policies ?? []).map(p => [p.Arn, p]));
  const groups = new Map((details.GroupDetailList ?? []).map(g => [g.GroupName, g]));
  world.others.push(...[...groups.values(), ...managed.values()].map(({ Arn }) => Arn).filter(Boolean));

  for (const user of details.UserDetailList ?? []) {
    const identity = start(world, user, 'user', user.UserName);
    const owner = `user ${user.UserName}`;
    identity.policies.push(
      ...inline(world, user.Arn, owner, user.UserPolicyList), ...attached(world, identity, managed, user.AttachedManagedPolicies));
    for (const name of user.GroupList ?? []) {
      const group = groups.get(name);
      if (!group) {
        identity.faults.push(`the details do not hold the group ${name} of ${owner}`);
        continue;
      }
      identity.groups.push(group.Arn);
      identity.policies.push(
        ...inline(world, group.Arn, `group ${name}`, group.GroupPolicyList),
        ...attached(world, identity, managed, group.AttachedManagedPolicies));
    }
    identity.boundary = boundary(world, identity, managed, user.PermissionsBoundary);
  }
  for (const role of details.RoleDetailList ?? []) {
    const identity = start(world, role, 'role', role.RoleName);
    identity.policies.push(
      ...inline(world, role.Arn, `role ${role.RoleName}`, role.RolePolicyList),
      ...attached(world, identity, managed, role.AttachedManagedPolicies));
    identity.trust = register(world, trustOf(role.Arn, parseDocument(role.AssumeRolePolicyDocument)));
    identity.boundary = boundary(world, identity, managed, role.PermissionsBoundary);
    identity.instanceProfiles = (role.InstanceProfileList ?? []).map(profile => profile.Arn);
  }
}

function start(world, item, kind, name) {
  const { account } = arnParts(item.Arn);
  world.accounts.add(account);
  const tags = Object.fromEntries((item.Tags ?? []).map(tag => [tag.Key, tag.Value]));
  const identity = { arn: item.Arn, kind, name, account, tags, groups: [], policies: [], boundary: null, trust: null, faults: [] };
  world.identities.set(item.Arn, identity);
  return identity;
}

const inline = (world, arn, owner, list) => (list ?? []).map(policy => register(world, {
  id: `${arn}#${policy.PolicyName}`,
  name: policy.PolicyName,
  label: `inline policy ${policy.PolicyName} of ${owner}`,
  source: 'inline',
  document: parseDocument(policy.PolicyDocument),
}));

function attached(world, identity, managed, list) {
  const policies = [];
  for (const { PolicyArn: arn } of list ?? []) {
    const policy = managedPolicy(world, managed, arn);
    if (policy) policies.push(policy);
    else identity.faults.push(`the details do not hold the document of ${arn}, attached to ${identity.name}`);
  }
  return policies;
}

function boundary(world, identity, managed, given) {
  if (!given) return null;
  const arn = given.PermissionsBoundaryArn;
  const policy = managedPolicy(world, managed, arn);
  if (!policy) identity.faults.push(`the details do not hold the document of ${arn}, the permissions boundary of ${identity.name}`);
  return policy;
}

function managedPolicy(world, managed, arn) {
  const version = managed.get(arn)?.PolicyVersionList?.find(v => v.IsDefaultVersion);
  if (!version?.Document) return null;
  const byAws = arnParts(arn).account === 'aws';
  return register(world, {
    id: arn,
    arn,
    name: nameOf(arn),
    label: `${byAws ? 'AWS-managed' : 'managed'} policy ${nameOf(arn)}`,
    source: byAws ? 'aws' : 'managed',
    document: parseDocument(version.Document),
  });
}

const trustOf = (arn, document) => (
  { id: `${arn} trust policy`, name: 'trust policy', label: `trust policy of role ${nameOf(arn)}`, source: 'trust', document });

/** Validates a policy once, so that every decision can reuse it; a policy that several identities share is read once. */
function register(world, policy) {
  const known = world.policies.get(policy.id);
  if (known) return known;
  const entry = { ...policy, validated: validate(policy.document, policy.source) };
  world.policies.set(policy.id, entry);
  return entry;
}

export const validate = (document, source) =>
  createValidatedPolicy(document, validations[source] ?? validateIdentityPolicy, { name: source });

// A trust policy has no Resource, which the resource policy's check would ask for.
const validateTrustPolicy = document =>
  validateResourcePolicy({ ...document, Statement: [document.Statement].flat().map(s => ({ Resource: '*', ...s })) });

const validations = { trust: validateTrustPolicy, resource: validateResourcePolicy, endpoint: validateResourcePolicy };

/** A policy as it would be validated with another document, which differs from its own by parts alone: it is as valid as that is. */
export const changedTo = (policy, document) => ({ ...policy.validated, policyDocument: document });

/** A policy's document with other statements. One without any is malformed: it grants nothing, as a Deny of nobody's action does. */
export const withStatements = (policy, statements) => (
  { ...policy.document, Statement: statements.length ? statements : [nothing(policy)] });

const nothing = policy => ({
  Effect: 'Deny', Action: 'none:None',
  ...(policy.source === 'trust' ? { Principal: { AWS: arnParts(policy.id).account } } : { Resource: 'arn:aws:none:::none' }),
  ...(policy.on && { Principal: '*' }),
});

export const nameOf = arn => arn.slice(arn.lastIndexOf('/') + 1);
