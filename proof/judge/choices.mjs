// What a caller may say in a request, so that what stands behind a condition counts: a condition on it keeps nobody from anything.
import { coversAction, list, sampleOf, statementsOf } from './documents.mjs';
import { iamActionDetails } from './iam.mjs';

// What a key says of the caller, or of what is there, nobody chooses; nor does who names a namespace of metrics that is not their own.
const isGiven = key => /^aws:(Principal|Resource|Source(Account|Arn|Org|Owner|Identity)|user|Federated)|Resource(Account|Tag)/i.test(key)
  || /ExistingObjectTag|DataAccessPoint|AccessGrants|^cloudwatch:namespace$/i.test(key);

/**
 * Contexts of requests for an action, each of which meets a statement that allows it, as far as a caller chooses; the first says nothing.
 */
export async function choicesFor(identity, action) {
  const conditions = identity.policies.flatMap(({ document }) => statementsOf(document))
    .filter(statement => statement.Effect === 'Allow' && statement.Condition && coversAction(statement, action))
    .map(({ Condition }) => Condition);
  if (!conditions.length) return [{}];
  const { conditionKeys } = await iamActionDetails(...action.split(':'));
  const mayChoose = key => !isGiven(key) && (/^aws:/i.test(key) || conditionKeys.some(known => isOf(known, key)));
  const contexts = conditions.map(condition => Object.fromEntries(Object.entries(condition)
    .flatMap(([operator, keys]) => Object.entries(keys).map(([key, values]) => [key, meeting(operator, list(values)[0])]))
    .filter(([key, value]) => value !== undefined && mayChoose(key))));
  return [{}, ...contexts.filter(context => Object.keys(context).length)];
}

/** Whether a key is one that AWS lists, perhaps with a variable at its end. */
const isOf = (known, key) => {
  const [fixed] = known.toLowerCase().split(/\$\{|</);
  return known.includes('$') || known.includes('<') ? key.toLowerCase().startsWith(fixed) : key.toLowerCase() === fixed;
};

/** A value that meets an operator; nothing where a request without the key meets it. */
function meeting(operator, value) {
  const name = operator.replace(/^ForAnyValue:/, '');
  if (/^ForAllValues:|IfExists$|Not(Equals|Like|IpAddress)|^NotIpAddress/.test(name)) return undefined;
  if (name === 'Null') return String(value) === 'true' ? undefined : 'any';
  if (name === 'IpAddress') return value.split('/')[0];
  if (/^Numeric/.test(name)) return String(Number(value) + (/LessThan$/.test(name) ? -1 : /GreaterThan$/.test(name) ? 1 : 0));
  return sampleOf(value);
}
