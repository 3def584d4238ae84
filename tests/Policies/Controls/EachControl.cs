using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Controls;

/// <summary>Each control, by the path of its setting, with two values where it takes several.</summary>
internal static class EachControl
{
    /// <summary>Those of a principal, as a deployer has them.</summary>
    public static Dictionary<string, Func<DeployerSettings, DeployerSettings>> OfPrincipals { get; } = new()
    {
        ["requireKeys"] = deployer => deployer with { RequireKeys = true },
        ["requireVpc"] = deployer => deployer with { RequireVpc = deployer.RequireVpc ?? Vpc },
        ["requireVpc.networkIsolation"] = deployer => deployer with
        {
            RequireVpc = (deployer.RequireVpc ?? Vpc) with { NetworkIsolation = true },
        },
        ["guardrails.instanceTypes"] = Guarded(guardrails => guardrails with { InstanceTypes = ["ml.m5.xlarge", "ml.g5.*"] }),
        ["guardrails.maxRuntimeInSeconds"] = Guarded(guardrails => guardrails with { MaxRuntimeInSeconds = 3_600 }),
        ["guardrails.rootAccess"] = Guarded(guardrails => guardrails with { RootAccess = false }),
        ["guardrails.directInternetAccess"] = Guarded(guardrails => guardrails with { DirectInternetAccess = false }),
        ["guardrails.minimumInstanceMetadataServiceVersion"] =
            Guarded(guardrails => guardrails with { MinimumInstanceMetadataServiceVersion = 2 }),
        ["guardrails.remoteDebug"] = Guarded(guardrails => guardrails with { RemoteDebug = false }),
        ["guardrails.remoteAccess"] = Guarded(guardrails => guardrails with { RemoteAccess = false }),
        ["guardrails.publicWorkteams"] = Guarded(guardrails => guardrails with { PublicWorkteams = false }),
        ["guardrails.modelApproval"] = Guarded(guardrails => guardrails with { ModelApproval = false }),
        ["guardrails.requestTags"] =
            Guarded(guardrails => guardrails with { RequestTags = [new() { Key = "project", Values = ["churn", "fraud"] }] }),
        ["guardrails.principalTag"] = Guarded(guardrails => guardrails with { PrincipalTag = new() { Key = "team", Value = "red" } }),
        ["requireMfa"] = deployer => deployer with { RequireMfa = true },
        ["sourceIpRanges"] = deployer => deployer with { SourceIpRanges = ["203.0.113.0/24", "2001:db8::/32"] },
    };

    /// <summary>Those that a role has as well: all but the limits of a user.</summary>
    public static IEnumerable<Func<DeployerSettings, DeployerSettings>> OfRoles { get; } =
        [.. OfPrincipals.Where(control => control.Key is not ("requireMfa" or "sourceIpRanges")).Select(control => control.Value)];

    /// <summary>Those of a stack that has a key, and one of whose buckets is <c>churn-data</c>.</summary>
    public static Dictionary<string, Func<StackSettings, StackSettings>> OfStacks { get; } = new()
    {
        ["boundary"] = stack => stack with { Boundary = true },
        ["endpoints"] = stack => stack with
        {
            Endpoints = stack.Endpoints.SetItem(
                "main", new() { VpcId = "vpc-a", Subnets = ["subnet-a"], SecurityGroups = ["sg-a"], RouteTables = ["rtb-a"] }),
        },
        ["guardedBuckets"] = Guarding(bucket => bucket),
        ["guardedBuckets.kmsKey"] = Guarding(bucket => bucket with { KmsKey = ControlledDeployer.Key }),
        ["guardedBuckets.endpoints"] = Guarding(bucket => bucket with { Endpoints = ["vpce-a"] }),
        ["guardedBuckets.administrators"] = Guarding(bucket => bucket with { Administrators = ["arn:aws:iam::123456789012:role/admin*"] }),
        ["managedSecrets"] = stack => stack with { ManagedSecrets = stack.ManagedSecrets.SetItem("ml/token", new()) },
        ["repositories"] = stack => stack with
        {
            Repositories = stack.Repositories.SetItem("churn", new() { PullFrom = ["210987654321"] }),
        },
        ["trail"] = stack => stack with { Trail = new() { Name = "audit", Bucket = "churn-logs" } },
    };

    /// <summary>Every control that a role has, over every activity.</summary>
    public static DeployerSettings AllOfARole { get; } =
        OfRoles.Aggregate(ControlledDeployer.WithoutControls, (deployer, control) => control(deployer));

    /// <summary>Every control that a user has, over every activity.</summary>
    public static DeployerSettings All { get; } =
        OfPrincipals.Values.Aggregate(ControlledDeployer.WithoutControls, (deployer, control) => control(deployer));

    private static RequiredVpc Vpc => new() { Subnets = ["subnet-a", "subnet-b"], SecurityGroups = ["sg-a", "sg-b"] };

    private static Func<DeployerSettings, DeployerSettings> Guarded(Func<GuardrailSettings, GuardrailSettings> change) =>
        deployer => deployer with { Guardrails = change(deployer.Guardrails ?? new()) };

    private static Func<StackSettings, StackSettings> Guarding(Func<GuardedBucketSettings, GuardedBucketSettings> change) => stack =>
        stack with
        {
            GuardedBuckets = stack.GuardedBuckets.SetItem(
                "churn-data", change(stack.GuardedBuckets.GetValueOrDefault("churn-data") ?? new())),
        };
}
