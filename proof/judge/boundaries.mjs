// Permissions boundaries that the stack makes, and what hands the making of roles over with them.
//
// A boundary gives nothing, so that it is tried by who bears it as if they had been given everything: what they may do then, it alone says.
// Which changes of it are noticed follows from that. An allowance that is taken away has to be missed by what somebody of its kind may do;
// one that is widened has to let through what none of them may. Where a boundary names no resource, having no room for it, there is nothing
// to widen; where it names one, that is one of those in the policies of whom it bounds. What it denies, it allows to nobody either: a
// denial is there for the day on which its allowances are wider, and is tried as if the boundary allowed everything. The name of a role
// that is still to be made, which nobody's policy has, is the one allowance that nothing can miss, and beside it the path of one that is
// taken over.
import { decide, decideAgain } from './decide.mjs';
import { allowAll, arnParts, list, statementsOf } from './documents.mjs';
import { judgeRows } from './rows.mjs';
import { addStranger, administrator, changedTo, withStatements } from './world.mjs';

// IAM User Guide, "Permissions boundaries for IAM entities", delegating responsibility to others.
const ofBearers = {
  role: ['iam:DeleteRolePermissionsBoundary', 'iam:PutRolePermissionsBoundary'],
  user: ['iam:DeleteUserPermissionsBoundary', 'iam:PutUserPermissionsBoundary'],
};
const ofThePolicy = ['iam:CreatePolicyVersion', 'iam:DeletePolicy', 'iam:DeletePolicyVersion', 'iam:SetDefaultPolicyVersion'];

/** Who bears a boundary. */
const bearersOf = ({ identities }, boundary) => [...identities.values()].filter(identity => identity.boundary === boundary);

/** A world in which those who bear a boundary may do everything by their own policies. */
export function givenEverything(world, boundary) {
  const bearers = bearersOf(world, boundary).map(({ arn }) => [arn, administrator(world, arn)]);
  return { ...world, administrators: new Map([...world.administrators, ...bearers]) };
}

/** What would lift a boundary, whoever does it: actions with what they are done to. */
function liftings({ place: { partition, account } }, arn, bearers) {
  const anybody = kind => bearers.find(identity => identity.kind === kind)?.arn ?? `arn:${partition}:iam::${account}:${kind}/anybody`;
  return [
    ...Object.entries(ofBearers).flatMap(([kind, actions]) => actions.map(action => ({ action, on: anybody(kind) }))),
    ...ofThePolicy.map(action => ({ action, on: arn })),
  ];
}

/** What a boundary does not keep those who bear it from, though it would lift it: were everything else allowed to them, and by it. */
export function lifted(world, boundary, document = boundary.document) {
  const bearers = bearersOf(world, boundary);
  const open = new Map(
    [[boundary.id, changedTo(boundary, withStatements(boundary, [...statementsOf(document), ...statementsOf(allowAll)]))]]);
  const given = givenEverything(world, boundary);
  return liftings(world, boundary.arn, bearers)
    .filter(({ action, on }) => decideAgain(given, { by: bearers[0].arn, action, on }, open) === 'allowed');
}

// Pulumi ends a name with a hyphen and seven digits, which a boundary cannot know before the role is there.
const beforeItIsMade = resource => resource.replace(/(:role\/.*)-[0-9a-f]{7}$/, '$1-*');
const isToBeMade = resource => /:role\/[^*]*-\*$/.test(resource);

const grantsIn = document => statementsOf(document).filter(({ Effect }) => Effect === 'Allow').flatMap(
  ({ Action, Resource, Condition }) => list(Action).flatMap(action => list(Resource).map(on => ({ action, on, condition: Condition }))));

// The path of a role that is taken over is not known before either; an account has one role of a name, whatever its path.
const withoutPath = resource => resource.replace(/:role\/.*\//, ':role/');

const wordsOf = ({ action, on, condition }) => JSON.stringify([action, withoutPath(beforeItIsMade(on)), condition ?? {}]);

/** What the policies of those whom a boundary bounds allow. */
const heldUnder = (world, boundary) => bearersOf(world, boundary).flatMap(({ policies }) => policies.flatMap(p => grantsIn(p.document)));

// What opens other doors: a boundary names what it is done to, even where there is no room for everything.
const isSensitive = action => /^(iam|kms|secretsmanager|sts):/.test(action);

/**
 * What a boundary allows on a resource, or under a condition, with which none of those whom it bounds has it; and on anything, unless it
 * names nothing because there is no room.
 */
function surplus(world, boundary) {
  const held = new Set(heldUnder(world, boundary).map(wordsOf));
  const grants = grantsIn(boundary.document);
  const hasRoom = grants.some(({ action, on }) => on !== '*' && !isSensitive(action));
  const isNamed = ({ action, on }) => on !== '*' || hasRoom || isSensitive(action);
  return grants.filter(grant => isNamed(grant) && !isToBeMade(grant.on) && !held.has(wordsOf(grant)));
}

/** What a boundary allows beyond what a statement names: an exception is no bound. */
const exceptions = ({ document }) => statementsOf(document).filter(({ Effect }) => Effect === 'Allow')
  .flatMap(statement => ['NotAction', 'NotResource'].filter(key => Object.hasOwn(statement, key)));

/**
 * Whether a text in a boundary is the name of a role as nobody whom it bounds has it: of one that is still to be made, or of one that is
 * taken over with a path, or without.
 */
export function isOfNobodyYet(world, boundary, resource) {
  const held = heldUnder(world, boundary).map(({ on }) => on);
  return !held.some(on => beforeItIsMade(on) === resource)
    && (isToBeMade(resource) || held.some(on => on.includes(':role/') && withoutPath(on) === withoutPath(resource)));
}

/**
 * What an administrator gives to those who may make roles, held by two strangers: one has it alone, the other everything beside it. What
 * each may do, and must not, is the same for every stack.
 * @param delegation kind, boundary (its ARN) and document
 * @returns the policy, with the rows and the verdicts on them
 */
export async function delegated(world, { kind, boundary, document }) {
  const { partition, account } = world.place;
  const iam = resource => `arn:${partition}:iam::${account}:${resource}`;
  const name = `delegation of ${kind}`;
  const { arn: alone, policies: [policy] } = addStranger(
    world, { arn: iam(`user/makes-${kind}`), kind: 'user', policies: [{ name, document }] });
  policy.label = `boundary ${name}`;
  const mighty = addStranger(
    world, { arn: iam(`user/makes-${kind}-and-all`), kind: 'user', policies: [{ name: 'all', document: allowAll }] });
  mighty.policies.push(policy);

  const made = iam('role/made');
  const withBoundary = arn => ({ by: alone, on: made, context: arn === undefined ? {} : { 'iam:PermissionsBoundary': arn } });
  const others = [undefined, `${boundary}x`, boundary.slice(0, -1), boundary.toUpperCase(), iam('policy/of-somebody-else')];
  const rows = [
    ...makings.map(action => ({ expects: 'all', requests: [{ ...withBoundary(boundary), action }] })),
    ...makings.map(action => ({ expects: 'none', requests: others.map(other => ({ ...withBoundary(other), action })) })),
    ...lookUps.map(action => ({ expects: 'all', requests: [{ by: alone, action, on: made, context: {} }] })),
    // Whom a role trusts, and to what it is passed, is not theirs to say.
    ...['iam:UpdateAssumeRolePolicy', 'iam:PassRole'].map(
      action => ({ expects: 'none', requests: [{ by: alone, action, on: made, context: {} }] })),
    ...liftings(world, boundary, []).map(lifting => ({ expects: 'none', requests: [{ ...lifting, by: mighty.arn, context: {} }] })),
  ];
  return { policy, rows, verdicts: await judgeRows(request => decide(world, request), rows) };
}

// Each of these says which boundary the role has, or is made with.
const makings = ['iam:AttachRolePolicy', 'iam:CreateRole', 'iam:DeleteRolePolicy', 'iam:DetachRolePolicy', 'iam:PutRolePolicy'];
const lookUps = ['iam:GetRole', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:ListRolePolicies'];

/** What a boundary leaves open or has too much of, and what a delegation allows or does not against its purpose, in words. */
export const faultsOf = (world, boundaries, delegations) => [
  ...boundaries.flatMap(boundary => lifted(world, boundary).map(({ action, on }) => (
    { policy: boundary.label, fault: `does not deny ${action} on ${arnParts(on).resource}, which would lift it` }))),
  ...boundaries.flatMap(boundary => surplus(world, boundary).map(({ action, on }) => (
    { policy: boundary.label, fault: `allows ${action} on ${on}, which nobody whom it bounds has in these words` }))),
  ...boundaries.flatMap(boundary => exceptions(boundary).map(key => (
    { policy: boundary.label, fault: `allows by ${key} all but what that names` }))),
  ...delegations.flatMap(({ policy, rows, verdicts }) => rows.flatMap(({ expects, requests }, r) => verdicts[r].broken.map(
    q => ({ policy: policy.label, fault: wordsFor(expects, requests[q]) })))),
];

function wordsFor(expects, { action, on, context }) {
  const said = Object.entries(context).map(([key, value]) => ` with ${key}=${value}`).join('');
  return `${expects === 'all' ? 'does not allow' : 'allows'} ${action} on ${arnParts(on).resource}${said}`;
}
