// Openings: whom the policy of a resource lets in beyond the contract. What it lets in is tried by those who stand next to whom it names.
import { decideAgain } from './decide.mjs';
import { allowAll, arnParts, coversAction, list, sampleOf, statementsOf } from './documents.mjs';
import {
  iamActionDetails, iamActionExists, iamActionsForService, iamResourceTypeDetails, iamServiceExists, isOfType,
} from './iam.mjs';
import { bearerOf } from './resources.mjs';
import { addStranger } from './world.mjs';

/**
 * The openings of a policy: by (in words), actions, and the requests behind them.
 * @param policy the policy of a resource
 * @param nobody an identity of the account without any policy
 * @param declared whether the contract says that somebody may do something; of a whole account, that its root may
 * @param changed validated documents that take the place of a policy's own
 * @param statements those that a change concerns; default: all of the policy
 */
export async function openingsOf(world, policy, nobody, declared, changed, statements = statementsOf(policy.document)) {
  policy.tries ??= await triesOf(world, policy, nobody);
  const found = new Map();
  for (const { who, request, root } of policy.tries) {
    if (!statements.some(statement => coversAction(statement, request.action))) continue;
    if (declared(request, root) || decideAgain(world, request, changed) !== 'allowed') continue;
    found.set(who, [...(found.get(who) ?? []), request.action]);
  }
  return openingsIn(policy, found);
}

/** What was found of a policy, actions by whom it lets in, as openings. */
export const openingsIn = ({ label, isOthers = false }, found) => [...found].map(
  ([by, actions]) => ({ on: label, by, actions: [...new Set(actions)].sort(), isOthers }));

/** Everything that a policy says something of, asked by everybody who stands next to it. */
async function triesOf(world, policy, nobody) {
  const allows = statementsOf(policy.document).filter(({ Effect }) => Effect === 'Allow');
  const strangers = strangersTo(world, policy, allows, nobody);
  const tries = [];
  for (const statement of allows) {
    const contexts = contextsOf(statement);
    const everybody = [...strangers, ...besideNamed(world, statement)];
    for (const { action, on } of await targetsOf(policy, statement)) {
      tries.push(...everybody.flatMap(({ who, by, context, root }) => contexts.map(
        chosen => ({ who, root, request: { by, action, on, context: { ...chosen, ...context } } }))));
    }
  }
  return tries;
}

function strangersTo({ place: { partition, account } }, policy, allows, nobody) {
  const named = allows.flatMap(({ Principal }) => list(Principal?.AWS)).filter(value => value !== '*')
    .map(value => /^\d{12}$/.test(value) ? `arn:${partition}:iam::${value}:root` : value);
  const services = allows.flatMap(({ Principal }) => list(Principal?.Service));
  const role = (number, name) => `arn:${partition}:iam::${number}:role/${name}`;
  const own = arnParts(policy.on).account || account;
  const ofOthers = named.filter(arn => arnParts(arn).account !== own);
  return [
    { who: 'everybody in the account', by: nobody },
    { who: 'every account', by: role(nextTo(own), 'SomeoneElses') },
    { who: 'every account', by: role('999999999999', 'SomeoneElses') },
    ...ofOthers.filter(arn => !isRoot(arn)).map(arn => ({ who: arn, by: arn })),
    ...[...new Set(ofOthers.map(arn => arnParts(arn).account))].map(number => (
      { who: `account ${number}`, by: role(number, 'SomeoneElses'), root: `arn:${partition}:iam::${number}:root` })),
    ...[...new Set(services)].flatMap(service => [
      { who: `${service} for every account`, by: service, context: { 'aws:SourceAccount': '999999999999' } },
      { who: `${service} for every account`, by: service, context: {} },
    ]),
  ];
}

/** Who may do everything by policies of their own, and has nearly a name that a statement's conditions ask for. */
function besideNamed(world, { Condition }) {
  const named = Object.values(Condition ?? {}).flatMap(keys => list(keys['aws:PrincipalArn']))
    .filter(value => arnParts(value).account === world.place.account).map(value => sampleOf(value));
  const beside = [...new Set(named.flatMap(value => [
    value.slice(0, -1) + (value.endsWith('x') ? 'y' : 'x'), value.replace(/[^/]*$/, 'SomeoneElses')]))].filter(arn => !named.includes(arn));
  for (const arn of beside.filter(arn => !world.identities.has(arn))) {
    addStranger(world, { arn, kind: arnParts(arn).resource.split('/')[0], policies: [{ name: 'everything', document: allowAll }] });
  }
  return beside.map(arn => ({ who: `whoever is named like ${arnParts(arn).resource}`, by: arn }));
}

const isRoot = arn => arn.endsWith(':root');

/**
 * What the requests of strangers say of themselves: what a statement's conditions ask for where they may choose it, and where they may
 * not, what is nearest to it.
 */
function contextsOf({ Condition }) {
  const asked = Object.values(Condition ?? {}).flatMap(keys => Object.entries(keys)).map(
    ([key, values]) => [key, sampleOf(list(values)[0])]);
  const isChosen = ([key]) => !key.toLowerCase().startsWith('aws:');
  const chosen = Object.fromEntries(asked.filter(isChosen));
  const given = asked.filter(entry => !isChosen(entry) && !ofTheCaller.test(entry[0]));
  return [chosen, ...given.flatMap(([key, value]) => [`${value}2`, otherCase(value)].filter(near => near !== value)
    .map(near => ({ ...chosen, [key]: near })))];
}

// What the caller is, the judge says of every request.
export const ofTheCaller =
  /^aws:(Principal(Arn|Account|Type|IsAWSService|ServiceName)|SecureTransport|ViaAWSService|RequestedRegion|ResourceAccount)$/i;

const otherCase = text => text.replace(/[a-z]/i, letter => letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase());

/** The account beside one. */
export const nextTo = number => number.slice(0, -1) + (Number(number.at(-1)) + 1) % 10;

/** The actions of a statement, each on a resource of its own that the statement names. */
async function targetsOf(policy, statement) {
  const bearer = bearerOf(policy.on);
  const { service } = arnParts(bearer);
  const within = list(statement.Resource ?? '*').flatMap(value => value === '*' ? [policy.on, `${policy.on}/any`] : [value])
    .filter(value => bearerOf(value) === bearer).map(value => sampleOf(value));
  const names = await iamServiceExists(service) ? await iamActionsForService(service) : [];
  const targets = [];
  for (const action of names.map(name => `${service}:${name}`).filter(action => coversAction(statement, action))) {
    for (const on of within) if (await knows(action, on)) targets.push({ action, on });
  }
  return targets;
}

async function knows(action, on) {
  const [service, name] = action.split(':');
  if (!await iamActionExists(service, name)) return false;
  const { resourceTypes } = await iamActionDetails(service, name);
  const types = await Promise.all(resourceTypes.map(type => iamResourceTypeDetails(service, type.name)));
  return types.some(({ arn }) => isOfType(on, arn));
}
