using System.Collections.Immutable;
using Pulumi.Testing;
using SageMakerIam.Iam;

namespace SageMakerIam.Tests.Components;

/// <summary>What AWS makes of a resource, as far as the program looks at it.</summary>
internal static class MockedAws
{
    /// <summary>The id and the outputs of a resource.</summary>
    public static (string Id, ImmutableDictionary<string, object> State) Create(MockResourceArgs args, AwsAccount account)
    {
        var name = args.Inputs.TryGetValue("name", out var given) ? (string)given : $"{args.Name}-1a2b3c4";
        var state = args.Inputs.SetItem("name", name);
        state = args.Type switch
        {
            "aws:iam/role:Role" => state.SetItem("arn", account.Global("iam", $"role/{name}")),
            "aws:iam/user:User" => state.SetItem("arn", account.Global("iam", $"user/{name}")),
            "aws:iam/policy:Policy" => state.SetItem("arn", account.Global("iam", $"policy/{name}")),
            "aws:iam/instanceProfile:InstanceProfile" => state.SetItem("arn", account.Global("iam", $"instance-profile/{name}")),
            "aws:iam/accessKey:AccessKey" => state.SetItem("secret", "the-secret").SetItem("createDate", "2026-01-01T00:00:00Z"),
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider" => state.SetItem(
                "arn", account.Global("iam", $"oidc-provider/{((string)args.Inputs["url"])["https://".Length..]}")),
            "aws:secretsmanager/secret:Secret" => state.SetItem("arn", account.Regional("secretsmanager", $"secret:{name}-a1b2c3")),
            "aws:kms/key:Key" => state.SetItem("keyId", $"{name}-id").SetItem("arn", account.Regional("kms", $"key/{name}-id")),
            "aws:cloudtrail/trail:Trail" => state.SetItem("arn", account.Regional("cloudtrail", $"trail/{name}")),
            "aws:accessanalyzer/analyzer:Analyzer" => state.SetItem(
                "arn", account.Regional("access-analyzer", $"analyzer/{args.Inputs["analyzerName"]}")),
            "aws:ecr/repository:Repository" => state.SetItem(
                "repositoryUrl", $"{account.AccountId}.dkr.ecr.{account.Region}.amazonaws.com/{name}"),
            "random:index/randomPassword:RandomPassword" => state.SetItem("result", "a-random-password"),
            _ => state,
        };
        return (args.Type == "aws:iam/accessKey:AccessKey" ? $"AKIA{args.Name!.ToUpperInvariant()}" : name, state);
    }
}
