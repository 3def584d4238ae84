using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace SageMakerIam.Tests.Sdk;

public class Smoke
{
    private sealed class Mocks : IMocks
    {
        public List<MockResourceArgs> Seen { get; } = [];
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Seen.Add(args);
            return Task.FromResult<(string?, object)>((args.Name + "-id", args.Inputs.Add("arn", "arn:" + args.Name)));
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(new Dictionary<string, object> { ["accountId"] = "123456789012" });
    }

    [Fact]
    public async Task Works()
    {
        var mocks = new Mocks();
        var (resources, outputs) = await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, () =>
        {
            var role = new Pulumi.Aws.Iam.Role("r", new Pulumi.Aws.Iam.RoleArgs
            {
                AssumeRolePolicy = new Pulumi.Aws.Iam.Inputs.PolicyDocumentArgs
                {
                    Version = Pulumi.Aws.Iam.PolicyDocumentVersion.PolicyDocumentVersion_2012_10_17,
                    Statement = { new Pulumi.Aws.Iam.Inputs.PolicyStatementArgs { Effect = Pulumi.Aws.Iam.PolicyStatementEffect.ALLOW, Action = "sts:AssumeRole" } },
                },
                Tags = { ["a"] = "b" },
                MaxSessionDuration = 3600,
            });
            var id = Pulumi.Aws.GetCallerIdentity.Invoke();
            return new Dictionary<string, object?> { ["arn"] = role.Arn, ["account"] = id.Apply(i => i.AccountId), ["pw"] = new Pulumi.Random.RandomPassword("p", new() { Length = 5 }).Result };
        });
        resources.Should().HaveCount(2);
        (await OutputUtilities.GetValueAsync((Output<string>)outputs["arn"]!)).Should().Be("arn:r");
        (await OutputUtilities.GetValueAsync((Output<string>)outputs["account"]!)).Should().Be("123456789012");
        mocks.Seen[0].Inputs["maxSessionDuration"].Should().Be(3600.0);
        mocks.Seen[0].Inputs["assumeRolePolicy"].Should().BeOfType<ImmutableDictionary<string, object>>();
    }
}
