using System.Text.Json.Nodes;
using Pulumi;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Settings;

namespace SageMakerIam.Components;

/// <summary>What a guarded bucket is.</summary>
internal sealed class GuardedBucketArgs : ResourceArgs
{
    /// <summary>How it is guarded.</summary>
    public required GuardedBucketSettings Settings { get; init; }

    /// <summary>The ARNs of the stack's own principals that use it.</summary>
    public required InputList<string> UserArns { get; init; }

    /// <summary>The ARNs of the stack's keys.</summary>
    public required Output<OwnKeyArns> KeyArns { get; init; }

    /// <summary>The ids of the stack's endpoints of S3.</summary>
    public required Output<OwnEndpointIds> EndpointIds { get; init; }

    /// <summary>The policy that it has, whose statements stay; null for none.</summary>
    public JsonNode? PolicyThere { get; init; }

    /// <summary>The account and region that it is in.</summary>
    public required AwsAccount Account { get; init; }
}
