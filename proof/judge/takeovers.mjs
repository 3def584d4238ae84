// Takeovers: what identities beside the stack can do to become one of the stack's.
import { resultOf } from './decide.mjs';
import { arnParts, coversAction, list, statementsOf } from './documents.mjs';
import { passedTo, tryMethods } from './escalation.mjs';
import { foreignResources } from './foreign.mjs';

/** What takes a role or user over, by the kind of the identity: an action on the identity, and what it means. */
const ways = {
  role: {
    'sts:AssumeRole': 'assumes it',
    'iam:UpdateAssumeRolePolicy': 'changes whom it trusts',
    'iam:PutRolePolicy': 'changes its policies',
    'iam:AttachRolePolicy': 'changes its policies',
  },
  user: {
    'iam:CreateAccessKey': 'makes keys for it',
    'iam:CreateLoginProfile': 'gives it a password',
    'iam:UpdateLoginProfile': 'gives it a password',
    'iam:PutUserPolicy': 'changes its policies',
    'iam:AttachUserPolicy': 'changes its policies',
  },
};

/**
 * The takeovers: by (an identity beside the stack), of (the stack's), and ways in words.
 * @param own the identities that the stack makes
 * @param beside the identities of the accounts that the stack does not make
 */
export async function takeovers(world, own, beside) {
  const found = [];
  for (const by of beside) {
    // What is there runs code of theirs as the role that it has, whichever that is.
    const reached = (await tryMethods(world, by, [], [])).filter(({ kind, open }) => kind === 'existing-passrole' && open.length);
    for (const of of own) {
      const words = new Set();
      for await (const how of waysOf(world, by, of)) words.add(how);
      const behind = reached.filter(({ actions }) => mayRunAs(of, actions[0])).map(({ actions }) => actions.at(-1));
      if (behind.length) words.add(`reaches what may work as it by ${[...new Set(behind)].join(', ')}`);
      if (words.size) found.push({ by: by.arn, of: of.arn, ways: [...words] });
    }
  }
  return found;
}

async function* waysOf(world, by, of) {
  // What cannot be decided counts as open.
  const can = async (action, on, context) => await resultOf(world, { by: by.arn, action, on, context }) !== 'denied';
  if (of.kind === 'role' && mayTryToAssume(by, of) && await can('sts:AssumeRole', of.arn, { 'sts:ExternalId': world.ownExternalId }))
    yield ways.role['sts:AssumeRole'];
  for (const [action, words] of Object.entries(ways[of.kind]))
    if (action !== 'sts:AssumeRole' && covers(by, action) && await can(action, of.arn)) yield words;
  for (const [action, arns] of changes(world, of))
    for (const arn of covers(by, action) ? arns : []) if (await can(action, arn)) yield 'changes its policies';
  for (const service of covers(by, 'iam:PassRole') && of.trust ? servicesOf(of.trust) : [])
    if (await can('iam:PassRole', of.arn, { 'iam:PassedToService': service })) yield `passes it to ${service}`;
  // Where the keys of a user may be is nowhere in the details: a secret of anybody's stands for theirs.
  if (of.kind === 'user' && covers(by, 'secretsmanager:GetSecretValue'))
    for (const { on } of await foreignResources(world, 'secretsmanager:GetSecretValue'))
      if (await can('secretsmanager:GetSecretValue', on)) yield 'reads every secret, that with its keys among them';
}

/** What changes an identity's policies without a word of it: actions on its managed policies, on groups of its own, and on any group. */
function changes(world, { kind, policies, groups }) {
  const managed = policies.filter(({ source }) => source === 'managed').map(({ arn }) => arn);
  return [
    ['iam:CreatePolicyVersion', managed], ['iam:SetDefaultPolicyVersion', managed],
    ['iam:AttachGroupPolicy', groups], ['iam:PutGroupPolicy', groups],
    ['iam:AddUserToGroup', kind === 'user' ? world.others.filter(arn => arn.includes(':group/')) : []],
  ];
}

/** Whether a role trusts a service that an action is of: what the service has made before may run as it. */
const mayRunAs = ({ trust }, action) => {
  const [prefix] = action.split(':');
  return trust !== null && servicesOf(trust).some(service => (passedTo[prefix] ?? [onInstances]).includes(service));
};

// Systems Manager and EC2 Instance Connect open instances of EC2.
const onInstances = 'ec2.amazonaws.com';

/** Whether a policy of an identity allows an action on anything. */
export const covers = (identity, action) => identity.policies.some(({ document }) =>
  statementsOf(document).some(statement => statement.Effect === 'Allow' && coversAction(statement, action)));

/** The services that a trust policy names. */
export const servicesOf = trust => [...new Set(statementsOf(trust.document).flatMap(({ Principal }) => list(Principal?.Service)))];

/**
 * Whether a trust policy names an identity, its account or everybody, so that it is worth to ask. One that is named by its account has to
 * have the permission as well.
 */
export function mayTryToAssume(identity, role) {
  const { account } = arnParts(identity.arn);
  const trusted = statementsOf(role.trust.document).filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Principal, NotPrincipal }) => NotPrincipal || Principal === '*' ? ['*'] : list(Principal?.AWS));
  return trusted.some(principal => principal === identity.arn || principal === '*')
    || (trusted.some(principal => principal === account || principal.endsWith(`:${account}:root`)) && covers(identity, 'sts:AssumeRole'));
}
