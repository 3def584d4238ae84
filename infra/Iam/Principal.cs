using System.Collections.Immutable;

namespace SageMakerIam.Iam;

/// <summary>Who a statement of a trust policy, or of a resource's, speaks of.</summary>
/// <param name="Type">IAM's word for the kind of principal: <c>Service</c>, <c>AWS</c> or <c>Federated</c>.</param>
/// <param name="Values">The principals: service principals or ARNs.</param>
/// <remarks>IAM User Guide, "AWS JSON policy elements: Principal".</remarks>
internal sealed record Principal(string Type, ImmutableArray<string> Values)
{
    /// <summary>An AWS service, by its service principal, <c>sagemaker.amazonaws.com</c> say.</summary>
    public static Principal Service(string servicePrincipal) => new("Service", [servicePrincipal]);

    /// <summary>Roles and users, by their ARNs.</summary>
    public static Principal Aws(params IEnumerable<string> arns) => new("AWS", [.. arns]);

    /// <summary>Everybody, signed in or not.</summary>
    public static Principal Anyone { get; } = new("AWS", ["*"]);

    /// <summary>The users of an identity provider, by its ARN.</summary>
    public static Principal Federated(string providerArn) => new("Federated", [providerArn]);
}
