using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Ask endpoints and inference components for predictions, and nothing else.</summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker".</remarks>
internal sealed record InvokeEndpoints : MLActivity
{
    /// <summary>A prediction at once, as a stream, or later in S3.</summary>
    public static ImmutableArray<string> Actions { get; } =
        ["sagemaker:InvokeEndpoint", "sagemaker:InvokeEndpointAsync", "sagemaker:InvokeEndpointWithResponseStream"];

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement { Sid = "InvokeEndpoints", Actions = Actions, Resources = Resources(scope) };
    }

    /// <summary>The endpoints, and the inference components: a request that names one is checked against both.</summary>
    public static ImmutableArray<string> Resources(ActivityScope scope) => scope.SageMaker("endpoint", "inference-component");
}
