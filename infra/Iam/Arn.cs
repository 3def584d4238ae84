namespace SageMakerIam.Iam;

/// <summary>An Amazon Resource Name, taken apart.</summary>
/// <param name="Partition"><c>aws</c>, <c>aws-us-gov</c> or <c>aws-cn</c>.</param>
/// <param name="Service">The service's namespace, <c>iam</c> say.</param>
/// <param name="Region">The region; empty where the service knows none.</param>
/// <param name="AccountId">The account id; empty where the resource has none, <c>aws</c> for what AWS manages.</param>
/// <param name="Resource">The resource part, <c>role/training</c> say.</param>
/// <remarks>IAM User Guide, "Identify AWS resources with Amazon Resource Names (ARNs)".</remarks>
internal sealed record Arn(string Partition, string Service, string Region, string AccountId, string Resource)
{
    /// <summary>Takes an ARN apart; null if the text is none.</summary>
    public static Arn? Parse(string text) =>
        text.Split(':', 6) is
            ["arn", { Length: > 0 } partition, { Length: > 0 } service, var region, var account, { Length: > 0 } resource]
            ? new Arn(partition, service, region, account, resource)
            : null;

    /// <summary>Whether it names an IAM user.</summary>
    public bool IsUser => Service == "iam" && Resource.StartsWith("user/", StringComparison.Ordinal);

    /// <summary>The name of a role or user, without its path.</summary>
    public string Name => Resource.Split('/')[^1];

    /// <inheritdoc/>
    public override string ToString() => $"arn:{Partition}:{Service}:{Region}:{AccountId}:{Resource}";
}
