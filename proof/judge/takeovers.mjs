// Takeovers: what identities beside the stack can do to become one of the stack's.
import { resultOf } from './decide.mjs';
import { arnParts, coversAction, list, statementsOf } from './documents.mjs';
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
    for (const of of own) {
      const words = new Set();
      for await (const how of waysOf(world, by, of)) words.add(how);
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
  for (const policy of of.policies.filter(({ source }) => source === 'managed'))
    if (covers(by, 'iam:CreatePolicyVersion') && await can('iam:CreatePolicyVersion', policy.arn)) yield 'changes its policies';
  for (const service of covers(by, 'iam:PassRole') && of.trust ? servicesOf(of.trust) : [])
    if (await can('iam:PassRole', of.arn, { 'iam:PassedToService': service })) yield `passes it to ${service}`;
  // Where the keys of a user may be is nowhere in the details: a secret of anybody's stands for theirs.
  if (of.kind === 'user' && covers(by, 'secretsmanager:GetSecretValue'))
    for (const { on } of await foreignResources(world, 'secretsmanager:GetSecretValue'))
      if (await can('secretsmanager:GetSecretValue', on)) yield 'reads every secret, that with its keys among them';
}

const covers = (identity, action) => identity.policies.some(({ document }) =>
  statementsOf(document).some(statement => statement.Effect === 'Allow' && coversAction(statement, action)));

const servicesOf = trust => [...new Set(statementsOf(trust.document).flatMap(({ Principal }) => list(Principal?.Service)))];

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
