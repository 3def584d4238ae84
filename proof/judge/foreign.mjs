// Resources that belong to nobody in the stack: what an identity may do to them, it may do to its neighbours.
import { allowAll, arnParts } from './documents.mjs';
import { iamActionDetails, iamResourceTypeDetails } from './iam.mjs';
import { addStranger } from './world.mjs';

const userName = 'SomeoneElse';

// The names of strangers stand in for the variables of IAM's ARNs; a contract's "another role" is that of the administrator.
const strangers = ({ adminRole }) => ({
  RoleNameWithPath: adminRole, RoleName: adminRole, UserNameWithPath: userName, UserName: userName,
  GroupNameWithPath: 'SomeoneElses', PolicyNameWithPath: 'SomeoneElses',
});

/** The ARN of a stranger's resource of a type, with every variable of the type's ARN filled in. */
function foreignArn(type, world) {
  const { partition, region, account } = world.place;
  const names = { Partition: partition, Region: region, Account: account, ...strangers(world) };
  return type.arn.replace(/\$\{(\w+)\}/g, (_, name) => names[name] ?? `someone-elses-${name}`.toLowerCase());
}

/** The resources on which an action can be tried: one of each type that it knows, or * if it knows none. */
export async function foreignResources(world, action) {
  const [service, name] = action.split(':');
  const { resourceTypes } = await iamActionDetails(service, name);
  if (!resourceTypes.length) return [{ on: '*' }];
  const types = await Promise.all(resourceTypes.map(type => iamResourceTypeDetails(service, type.name)));
  // What an account has one of, as a catalog of Glue, is nobody else's where the action also asks for what has a name.
  const named = types.filter(type => /\$\{(?!Partition|Region|Account)/.test(type.arn));
  return (named.length ? named : types).map(type => ({ on: foreignArn(type, world), pattern: type.arn }));
}

/**
 * Adds the roles that rows of strangers assume and nobody has. They trust the accounts of all who try, so that what the policies of who
 * assumes them allow is what counts.
 */
export function addStrangeRoles(world, rows) {
  const tries = rows.filter(row => row.ofStrangers).flatMap(row => row.requests)
    .filter(({ action, on }) => action === 'sts:AssumeRole' && !world.identities.has(on) && world.accounts.has(arnParts(on).account));
  const callers = tries.map(({ by }) => by).filter(by => by.startsWith('arn:')).map(by => arnParts(by));
  const AWS = [...new Set(callers.map(({ partition, account }) => `arn:${partition}:iam::${account}:root`))];
  for (const on of AWS.length ? new Set(tries.map(request => request.on)) : []) {
    addStranger(world, { arn: on, kind: 'role', trust: trusting({ AWS }) });
  }
}

const trusting = principals => (
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: principals, Action: 'sts:AssumeRole' }] });

/** Adds the identities that a stack must never reach: an administrator's role that trusts every service, a user, an execution role. */
export function addStrangers(world, services) {
  const { partition, account } = world.place;
  const iam = resource => `arn:${partition}:iam::${account}:${resource}`;
  const everything = [{ name: 'everything', document: allowAll }];
  return {
    admin: addStranger(world, {
      arn: iam(`role/${world.adminRole}`), kind: 'role', trust: trusting({ Service: services, AWS: iam('root') }), policies: everything,
    }),
    executionRole: addStranger(
      world, { arn: iam('role/SomeoneElsesExecutionRole'), kind: 'role', trust: trusting({ Service: ['sagemaker.amazonaws.com'] }) }),
    user: addStranger(world, { arn: iam(`user/${userName}`), kind: 'user', policies: everything }),
  };
}
