// What a statement would be if it were one step wider: each way in which a permission is easily written too wide.
import { arnParts, list, secretKeys } from './documents.mjs';
import { comparesTexts, hasOneAlone, isOnOneAlone } from './relevance.mjs';

const onlyIfThere = 'only if it is there';
const forAll = 'for all values';

// What every request carries: to ask for it only where it is there is to ask for it.
const alwaysSent = new Set([
  'aws:requestedregion', 'aws:resourceaccount', 'aws:securetransport', 'aws:viaawsservice', 'aws:principalisawsservice', 'aws:principalarn',
  'aws:principalaccount', 'aws:principaltype', 'aws:currenttime', 'aws:epochtime', 'ec2:region',
]);

/**
 * Every statement that allows more than a given one, by one step; a statement that denies is none.
 * @param bearer the ARN of the resource whose own policy the statement is of, if it is
 * @returns per statement: what was widened, in words, the statement, and, where a resource is widened, which requests it matches; where a
 *   key that is absent is let through, the key
 */
export function widerThan(statement, bearer) {
  if (statement.Effect !== 'Allow') return [];
  const resources = bearer ? widerWithin(statement) : widerResources(statement);
  return [...resources, ...widerPrincipals(statement, bearer), ...widerConditions(statement)];
}

/** Of what a resource's own policy names, only what is in a bucket can be more: anything else is the resource itself. */
function widerWithin(statement) {
  const values = list(statement.Resource);
  return values.filter(value => /^arn:[^:]*:s3:::[^/]+\//.test(value)).flatMap(value => {
    const at = value.indexOf('/') + 1;
    return widerTexts(value.slice(at)).map(wider => value.slice(0, at) + wider).filter(wider => !values.includes(wider))
      .map(wider => withResource(statement, value, wider));
  });
}

function widerResources(statement) {
  const values = list(statement.Resource);
  // IAM's own actions work in the caller's account alone.
  const isOfOneAccount = list(statement.Action).every(action => action.startsWith('iam:'));
  return values.flatMap(value => widerArns(value, isOfOneAccount).filter(wider => !values.includes(wider))
    .map(wider => ({ ...withResource(statement, value, wider), resource: value })));
}

function withResource(statement, value, wider) {
  const values = list(statement.Resource);
  const widened = exchanged(values, value, wider);
  return {
    taken: `Resource ${value}, widened to ${wider}`,
    part: 'the resource',
    matches: isOnOneAlone(values, widened),
    statement: { ...statement, Resource: widened },
  };
}

/** The ARN for every account and region, and its name cut short by a character, by a segment, and wholly. */
function widerArns(arn, isOfOneAccount) {
  if (!arn.startsWith('arn:')) return [];
  const { partition, service, region, account, resource } = arnParts(arn);
  const written = (...parts) => ['arn', partition, service, ...parts].join(':');
  const at = startOfName(service, resource);
  const [type, name] = [resource.slice(0, at), resource.slice(at)];
  return [
    ...(region && region !== '*' ? [written('*', account, resource)] : []),
    ...(account && account !== '*' && !isOfOneAccount ? [written(region, '*', resource)] : []),
    ...widerTexts(name).map(wider => written(region, account, type + wider)),
  ];
}

/** A text cut short by a character, by a segment, and wholly, with an asterisk in place of what was cut. */
function widerTexts(text) {
  const fixed = text.replace(/[*?]+$/, '');
  if (!fixed) return [];
  const segment = fixed.replace(/[^/:.]*[/:.]?$/, '');
  // Where question marks count the characters, an asterisk does not.
  const uncounted = text.includes('?') ? [fixed] : [];
  return [...new Set([...uncounted, fixed.slice(0, -1), segment, ''])].map(kept => `${kept}*`);
}

/** Where the name begins behind the word for the resource's type: what is cut from that word is the name of nothing. */
const startOfName = (service, resource) => service === 's3' ? 0 : resource.search(/[/:]/) + 1;

/**
 * Everybody in the account of a principal, and everybody. To a resource of the account itself, its account is not more than a principal of
 * it, but another: who is named needs no policy of its own.
 */
function widerPrincipals(statement, bearer) {
  const values = typeof statement.Principal === 'object' ? list(statement.Principal.AWS) : [];
  const widened = (value, wider) => ({
    isOther: bearer !== undefined && wider !== '*',
    taken: `Principal ${value}, widened to ${wider}`,
    part: 'the principal',
    statement: { ...statement, Principal: { ...statement.Principal, AWS: exchanged(values, value, wider) } },
  });
  return values.filter(value => value.startsWith('arn:') && (bearer || !value.endsWith(':root'))).flatMap(value => {
    const { partition, account } = arnParts(value);
    if (value.endsWith(':root')) return [widened(value, '*')];
    return [widened(value, `arn:${partition}:iam::${account}:root`), widened(value, '*')];
  });
}

function widerConditions(statement) {
  return Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) => Object.entries(keys).flatMap(([key, given]) => [
    ...otherOperators(operator, key, list(given)),
    ...otherValues(operator, key, list(given), isOfOneAccount(statement, key)),
  ].map(([wider, values, what, matches]) => ({
    taken: `Condition ${operator} ${key}, ${what}`,
    part: `the condition ${operator} ${key}`,
    matches,
    ...(what === onlyIfThere || what === forAll ? { absent: key } : {}),
    statement: { ...statement, Condition: replaced(statement.Condition, [operator, key], [wider, values]) },
  }))));
}

// Who stands behind a principal of one account, or its root, is of that account.
const isOfOneAccount = ({ Principal }, key) => key.toLowerCase() === 'aws:principalarn' && list(Principal?.AWS).length > 0
  && list(Principal.AWS).every(value => value !== '*');

function otherOperators(operator, key, values) {
  const [, qualifier, name] = operator.match(/^(?:(\w+):)?(\w+)$/);
  const isPlain = !qualifier && !name.endsWith('IfExists') && name !== 'Null' && !alwaysSent.has(key.toLowerCase());
  return [
    ...(isPlain ? [[`${operator}IfExists`, values, onlyIfThere], [`ForAllValues:${operator}`, values, forAll]] : []),
    ...(qualifier === 'ForAnyValue' ? [[`ForAllValues:${name}`, values, forAll]] : []),
    ...(/^StringEquals/.test(name) && values.some(hasCase) && !alwaysSent.has(key.toLowerCase())
      ? [[operator.replace('StringEquals', 'StringEqualsIgnoreCase'), values, 'in any case']]
      : []),
  ].filter(([wider]) => wider !== operator);
}

function otherValues(operator, key, values, isOfAccount) {
  const said = text => secretKeys.has(key.toLowerCase()) ? '…' : text;
  if (comparesTexts.test(operator)) {
    const asPattern = operator.replace('StringEquals', 'StringLike');
    const widened = operator.includes('Arn') ? value => widerArns(value, isOfAccount) : value => widerTexts(String(value));
    return values.flatMap(value => widened(value).filter(wider => wider !== value)
      .map(wider => [exchanged(values, value, wider), `${said(value)} widened to ${said(wider)}`])
      .map(([widened, what]) => [asPattern, widened, what, hasOneAlone(operator, key, values, widened)]));
  }
  if (operator === 'Bool') return values.length === 1 ? [[operator, ['true', 'false'], 'true or false']] : [];
  if (operator === 'IpAddress') {
    return values.filter(value => /\/\d+$/.test(value) && !value.endsWith('/0')).map(value => {
      const wider = value.replace(/\d+$/, bits => bits - 1);
      return [operator, exchanged(values, value, wider), `${value} widened to ${wider}`];
    });
  }
  return [];
}

const exchanged = (values, value, wider) => values.map(other => other === value ? wider : other);

function replaced(condition, [operator, key], [wider, values]) {
  const { [key]: _, ...rest } = condition[operator];
  const without = { ...condition, [operator]: rest };
  if (!Object.keys(rest).length) delete without[operator];
  return { ...without, [wider]: { ...without[wider], [key]: values } };
}

const hasCase = value => String(value).toLowerCase() !== String(value).toUpperCase();
