// Calls to AWS through the official SDK, always to the given endpoint: never to AWS itself.
import { createRequire } from 'node:module';

// The SDK warns of every Node.js that will be too old for it one day.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

// The SDK is CommonJS. An import would parse each of its files a second time, for the names that it exports.
const require = createRequire(import.meta.url);
const { StandardRetryStrategy } = require('@smithy/core/retry');

const services = {
  cloudtrail: { module: '@aws-sdk/client-cloudtrail', client: 'CloudTrailClient' },
  ecr: { module: '@aws-sdk/client-ecr', client: 'ECRClient' },
  iam: { module: '@aws-sdk/client-iam', client: 'IAMClient' },
  // A bucket's name becomes no part of the emulator's own.
  s3: { module: '@aws-sdk/client-s3', client: 'S3Client', settings: { forcePathStyle: true } },
  kms: { module: '@aws-sdk/client-kms', client: 'KMSClient' },
  secretsmanager: { module: '@aws-sdk/client-secrets-manager', client: 'SecretsManagerClient' },
  sts: { module: '@aws-sdk/client-sts', client: 'STSClient' },
};

const maxAttempts = 5;
const clients = new Map();

// The SDK's standard mode: a reset connection, no answer in time, 5xx and throttling are tried again, with backoff.
class Retries extends StandardRetryStrategy {
  async refreshRetryTokenForRetry(token, info) {
    // To the SDK, an exceeded quota of IAM has the name of a throttled call of other services.
    if (info.error.Code === 'LimitExceeded') throw info.error;
    const isNotDone = info.errorType === 'THROTTLING' || info.error.code === 'ECONNREFUSED';
    if (info.error.isOfOnce && !isNotDone) throw info.error;
    return super.refreshRetryTokenForRetry(token, info);
  }
}

// `once` is for a call that does more each time: it is tried again only where the first was surely not done.
// The limits are in milliseconds: `attempt` without a word from AWS, `call` with all its attempts.
export async function aws({ service, command, input, endpoint, region, account, once, limits }) {
  const { module, client, settings } = services[service];
  const sdk = require(module);
  const key = [service, endpoint, region, account, limits.attempt].join(' ');
  if (!clients.has(key)) clients.set(key, connect(sdk[client], settings, endpoint, region, account, limits));

  const request = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
  const call = new sdk[`${command}Command`](request);
  let attempts = 0;
  let last;
  const attempt = next => args => {
    attempts++;
    return next(args).catch(error => {
      if (error.name !== 'AbortError') last = error;
      throw Object.assign(error, { isOfOnce: once });
    });
  };
  call.middlewareStack.add(attempt, { step: 'finalizeRequest', priority: 'low' });

  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), limits.call);
  try {
    const { $metadata, ...output } = await clients.get(key).send(call, { abortSignal: stop.signal });
    if (!$metadata.requestId) throw new Error('an answer that is not AWS\'s');
    return { output, attempts };
  } catch (error) {
    throw failure(stop.signal.aborted ? last : error, attempts);
  } finally {
    clearTimeout(timer);
  }
}

// AWS's refusal, with IAM's code (NoSuchEntity) rather than the SDK's class name for it (NoSuchEntityException);
// without a status where AWS gave no answer, or half of one.
function failure(error, attempts) {
  const status = error?.$metadata?.httpStatusCode;
  if (status >= 400) return Object.assign(error, { name: error.Code ?? error.name, status, attempts });
  const isLate = error === undefined || (error.name === 'TimeoutError' && !error.code);
  const reason = isLate ? 'none in time' : error.message.split('\n')[0];
  return Object.assign(new Error(reason), { name: 'NoAnswer', attempts });
}

function connect(Client, settings, endpoint, region, account, limits) {
  const client = new Client({
    endpoint,
    region,
    ...settings,
    credentials: { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' },
    maxAttempts,
    retryStrategy: new Retries(maxAttempts),
    requestHandler: { connectionTimeout: limits.attempt, socketTimeout: limits.attempt },
  });
  // The emulator's way to say in which account a call is made.
  const inAccount = next => args => {
    args.request.headers['x-moto-account-id'] = account;
    return next(args);
  };
  client.middlewareStack.add(inAccount, { step: 'build' });
  return client;
}
