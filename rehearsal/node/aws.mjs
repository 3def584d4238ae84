// Calls to AWS through the official SDK, always to the given endpoint: never to AWS itself.
const services = {
  iam: { load: () => import('@aws-sdk/client-iam'), client: 'IAMClient' },
  secretsmanager: { load: () => import('@aws-sdk/client-secrets-manager'), client: 'SecretsManagerClient' },
  sts: { load: () => import('@aws-sdk/client-sts'), client: 'STSClient' },
};

const clients = new Map();

export async function aws({ service, command, input, endpoint, region, account }) {
  const { load, client } = services[service];
  const sdk = await load();
  const key = [service, endpoint, region, account].join(' ');
  if (!clients.has(key)) clients.set(key, connect(sdk[client], endpoint, region, account));
  try {
    const request = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
    const { $metadata, ...output } = await clients.get(key).send(new sdk[`${command}Command`](request));
    return output;
  } catch (error) {
    // IAM's code (NoSuchEntity) rather than the SDK's class name for it (NoSuchEntityException).
    if (error.Code) error.name = error.Code;
    throw error;
  }
}

function connect(Client, endpoint, region, account) {
  const client = new Client({
    endpoint,
    region,
    credentials: { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' },
    maxAttempts: 1,
    // The calls of a large stack wait for each other longer than the SDK finds normal.
    requestHandler: { socketAcquisitionWarningTimeout: 600_000 },
  });
  // The emulator's way to say in which account a call is made.
  const inAccount = next => args => {
    args.request.headers['x-moto-account-id'] = account;
    return next(args);
  };
  client.middlewareStack.add(inAccount, { step: 'build' });
  return client;
}
