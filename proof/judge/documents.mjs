// Policy documents as IAM stores them: one value or a list, text or an object.

/** The API answers with URL-encoded JSON, the AWS CLI prints it decoded. */
export function parseDocument(document) {
  return typeof document === 'string' ? JSON.parse(decodeURIComponent(document)) : document;
}

/** The condition keys whose values are secrets: they are not said. */
export const secretKeys = new Set(['sts:externalid']);

export function list(value) {
  if (Array.isArray(value)) return value;
  return value === undefined ? [] : [value];
}

/** The document of a policy that allows everything. */
export const allowAll = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

export const statementsOf = document => list(document.Statement);

/** The name of a statement: its Sid, or its place, counted from 1. */
export const statementName = (statement, index) => statement.Sid ?? `statement ${index}`;

const matchers = new WeakMap();

/** Whether the Action or NotAction of a statement covers an action. */
export function coversAction(statement, action) {
  if (!matchers.has(statement)) matchers.set(statement, matcherOf(list(statement.NotAction ?? statement.Action)));
  return matchers.get(statement)(action) === (statement.NotAction === undefined);
}

// Asked about each of AWS's 22,000 actions, a statement is quicker when its patterns are sorted by service.
function matcherOf(patterns) {
  const services = new Map();
  for (const pattern of patterns) {
    const [service, name = '*'] = pattern.toLowerCase().split(':');
    services.set(service, [...(services.get(service) ?? []), name]);
  }
  const expressions = new Map([...services].map(([service, names]) => [service, new RegExp(`^(?:${names.map(toExpression).join('|')})$`)]));
  return action => {
    const [service, name] = wordsOf(action);
    return expressions.has('*') || (expressions.get(service)?.test(name) ?? false);
  };
}

const words = new Map();

/** The service and the name of an action, in small letters. */
function wordsOf(action) {
  if (!words.has(action)) words.set(action, action.toLowerCase().split(':'));
  return words.get(action);
}

/** A pattern of a policy, in which * and ? are wildcards, as a regular expression. */
export const toExpression = pattern => pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.');

/** Whether there is a wildcard in a text. */
export const isPattern = text => /[*?]/.test(text);

/** A text that a pattern matches. */
export const sampleOf = pattern => String(pattern).replace(/[*?]/g, 'x');

const parts = new Map();

export function arnParts(arn) {
  if (!parts.has(arn)) {
    const [, partition, service, region, account, ...resource] = arn.split(':');
    parts.set(arn, { partition, service, region, account, resource: resource.join(':') });
  }
  return parts.get(arn);
}
