// A Pulumi program on the official Node.js SDK, for the test that holds our resource monitor to it.
import * as pulumi from "@pulumi/pulumi";

class Role extends pulumi.CustomResource {
  constructor(name, inputs, options) {
    super("aws:iam/role:Role", name, { arn: undefined, name: undefined, uniqueId: undefined, ...inputs }, options);
  }
}

class AccessKey extends pulumi.CustomResource {
  constructor(name, inputs, options) {
    super("aws:iam/accessKey:AccessKey", name, { secret: undefined, ...inputs }, { ...options, additionalSecretOutputs: ["secret"] });
  }
}

class User extends pulumi.CustomResource {
  constructor(name, inputs, options) {
    super("aws:iam/user:User", name, { arn: undefined, name: undefined, ...inputs }, options);
  }
}

class Team extends pulumi.ComponentResource {
  constructor(name) {
    super("tests:index:Team", name);
    const user = new User(`${name}-user`, { name: "conformity" }, { parent: this });
    this.key = new AccessKey(`${name}-key`, { user: user.name }, { parent: this });
    this.registerOutputs({ userArn: user.arn });
  }
}

export default async () => {
  const caller = await pulumi.runtime.invoke("aws:index/getCallerIdentity:getCallerIdentity", {});
  const trustPolicy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "sagemaker.amazonaws.com" }, Action: "sts:AssumeRole" }],
  });
  const role = new Role("reader", { assumeRolePolicy: trustPolicy, description: pulumi.secret("hush") });
  const team = new Team("team");
  await pulumi.log.warn("mind the gap");
  return {
    account: caller.accountId,
    isPreview: pulumi.runtime.isDryRun(),
    roleArn: role.arn,
    roleDescription: role.description,
    secretKey: team.key.secret,
    configured: new pulumi.Config("scripted").require("word"),
  };
};
