using System.Collections.Immutable;

namespace SageMakerIam.Policies;

/// <summary>Who a statement of a trust policy speaks of.</summary>
/// <param name="Type">IAM's word for the kind of principal: <c>Service</c> or <c>AWS</c>.</param>
/// <param name="Values">The principals: service principals or ARNs.</param>
/// <remarks>IAM User Guide, "AWS JSON policy elements: Principal".</remarks>
public sealed record Principal(string Type, ImmutableArray<string> Values)
{
    /// <summary>An AWS service, by its service principal, <c>sagemaker.amazonaws.com</c> say.</summary>
    public static Principal Service(string servicePrincipal) => new("Service", [servicePrincipal]);

    /// <summary>A role or user, by its ARN.</summary>
    public static Principal RoleOrUser(Arn arn)
    {
        ArgumentNullException.ThrowIfNull(arn);
        return new("AWS", [arn.ToString()]);
    }
}
